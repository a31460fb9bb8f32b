import type { CancelReason } from '../contract/portal.ts';
import type { Failure } from './failure.ts';

/**
 * Cancelling, as a pure state machine. One question at most stands between the customer and the
 * end: there is no state from which "cancel" is more than one activation away.
 */
export type CancelState =
  | { kind: 'asking'; answer: CancelAnswer; failure: Failure | null }
  | { kind: 'sending'; answer: CancelAnswer }
  | { kind: 'done'; endsAt: number | null; failure: Failure | null }
  | { kind: 'undoing'; endsAt: number | null };

/** Both optional: nobody has to explain themselves. */
export interface CancelAnswer {
  reason: CancelReason | null;
  comment: string;
}

export type CancelEvent =
  | { kind: 'answered'; answer: Partial<CancelAnswer> }
  | { kind: 'confirmed' }
  | { kind: 'canceled'; endsAt: number | null }
  | { kind: 'undone' }
  | { kind: 'failed'; failure: Failure | null };

export const CANCEL_START: CancelState = {
  kind: 'asking',
  answer: { reason: null, comment: '' },
  failure: null,
};

/** The next state; what does not fit the present one changes nothing, such as a second click. */
export function nextCancelState(state: CancelState, event: CancelEvent): CancelState {
  switch (state.kind) {
    case 'asking':
      if (event.kind === 'answered')
        return { ...state, answer: { ...state.answer, ...event.answer } };
      return event.kind === 'confirmed' ? { kind: 'sending', answer: state.answer } : state;
    case 'sending':
      if (event.kind === 'canceled') return { kind: 'done', endsAt: event.endsAt, failure: null };
      return event.kind === 'failed'
        ? { kind: 'asking', answer: state.answer, failure: event.failure }
        : state;
    case 'done':
      return event.kind === 'undone' ? { kind: 'undoing', endsAt: state.endsAt } : state;
    case 'undoing':
      return event.kind === 'failed'
        ? { kind: 'done', endsAt: state.endsAt, failure: event.failure }
        : state;
  }
}

/** What is sent: only what was really answered. */
export function cancelRequest({ reason, comment }: CancelAnswer): {
  reason?: CancelReason;
  comment?: string;
} {
  const text = comment.trim();
  return { ...(reason ? { reason } : {}), ...(text ? { comment: text } : {}) };
}
