import type { Overview } from '../contract/billing.ts';
import type { PortalSettings } from '../contract/portal.ts';
import type { ConnectionFault } from './failure.ts';
import type { Flow } from './flow.ts';

/** What the whole element shows. */
export type PortalState =
  | { kind: 'loading' }
  /** Nobody could be signed in, and no answer or no code says why. */
  | { kind: 'failed'; fault: ConnectionFault | 'code' }
  /** A screen of its own: the site owner forgot something, or the session has ended. */
  | { kind: 'notice'; render: () => unknown }
  | ReadyState;

export interface ReadyState {
  kind: 'ready';
  settings: PortalSettings;
  overview: Overview;
  activity: Activity;
  /** What was just done, until something else is begun. */
  done: string | null;
}

/** What the customer is doing beside looking. */
export type Activity =
  | { kind: 'none' }
  /** The code of a flow is on its way. */
  | { kind: 'starting'; key: string }
  | { kind: 'flow'; key: string; flow: Flow };

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
