import type { Overview } from '../contract/billing.ts';
import type { PortalSettings } from '../contract/portal.ts';
import type { Failure } from './failure.ts';
import type { Flow } from './flow.ts';

/** What the site owner forgot to set on the element. */
export type SetupFault = 'api' | 'hash' | 'customer';

/** What the whole element shows. */
export type PortalState =
  | { kind: 'misconfigured'; fault: SetupFault }
  | { kind: 'loading' }
  | { kind: 'failed'; failure: Failure }
  | { kind: 'signed-out' }
  | ReadyState;

export interface ReadyState {
  kind: 'ready';
  settings: PortalSettings;
  overview: Overview;
  activity: Activity;
  more: MoreInvoices;
  /** What was just done, until something else is begun. */
  done: string | null;
}

/** What the customer is doing beside looking. */
export type Activity =
  | { kind: 'none' }
  /** The code of a flow is on its way. */
  | { kind: 'starting'; key: string }
  | { kind: 'flow'; key: string; flow: Flow };

/** `end`: the customer has read on until there was no more. */
export type MoreInvoices =
  { kind: 'idle' } | { kind: 'loading' } | { kind: 'end' } | { kind: 'failed'; failure: Failure };

export function flowOf(state: PortalState): Flow | null {
  return state.kind === 'ready' && state.activity.kind === 'flow' ? state.activity.flow : null;
}

/** Whether the button with this key is at work. */
export function isStarting(state: PortalState, key: string): boolean {
  if (state.kind !== 'ready') return false;
  const { activity } = state;
  if (activity.kind === 'none' || activity.key !== key) return false;
  return activity.kind === 'starting' || activity.flow.isBusy;
}

/** What goes on after signing in again: only what the same customer had begun. */
export function keptActivity(kept: ReadyState | null, { customer }: Overview): Activity {
  const isSame = kept?.overview.customer.id === customer.id;
  return isSame && kept.activity.kind === 'flow' ? kept.activity : { kind: 'none' };
}
