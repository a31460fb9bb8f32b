import type { SessionResult } from '../contract/api.ts';
import type { Failure } from './failure.ts';
import type { PortalScreen } from './flow.ts';
import type { FocusTarget } from './focus-keeper.ts';
import type { Translator } from './i18n/messages.ts';
import type { PortalHost } from './portal-host.ts';
import type { PortalState, ReadyState } from './portal-state.ts';
import type { SignIn } from './setup.ts';

/** Who is signed in. */
export interface OpenSession extends SignIn {
  result: SessionResult;
  receivedAtMs: number;
}

/** What the lazy code sees of the controller. */
export interface PortalCore extends PortalScreen {
  readonly element: PortalHost;
  readonly state: PortalState;
  /** The state that views and flows work on; while signed out, the one that is kept for later. */
  readonly ready: ReadyState;
  readonly session: OpenSession | null;
  /** Counts starts: an answer that belongs to an older one is dropped. */
  readonly run: number;
  /** Null until something needed more than the words of the overview. */
  readonly allWords: Translator | null;
  show(state: PortalState): void;
  /** Changes what is on the screen; nothing where the portal is not ready any more. */
  change(change: Partial<ReadyState>): void;
  start(): Promise<void>;
  /** Takes the screen away, to bring it back when the same customer signs in again. */
  keep(): void;
  update(): void;
  updateAndFocus(target?: FocusTarget): void;
  say(kind: 'status' | 'alert', text: string): void;
  fail(error: unknown): Failure;
}
