import { describe, expect, it } from 'vitest';
import { CANCEL_START, cancelRequest, nextCancelState, type CancelEvent } from './cancel-flow.ts';

const FAILURE = { kind: 'code' } as const;

function after(...events: CancelEvent[]) {
  return events.reduce(nextCancelState, CANCEL_START);
}

describe('nextCancelState', () => {
  it('cancels with one confirmation and no answer', () => {
    const state = after({ kind: 'confirmed' }, { kind: 'canceled', endsAt: 5 });
    expect(state).toEqual({ kind: 'done', endsAt: 5, failure: null });
  });

  it('keeps what was answered when sending fails', () => {
    const state = after(
      { kind: 'answered', answer: { reason: 'unused' } },
      { kind: 'answered', answer: { comment: 'Bye' } },
      { kind: 'confirmed' },
      { kind: 'failed', failure: FAILURE },
    );
    expect(state).toEqual({
      kind: 'asking',
      answer: { reason: 'unused', comment: 'Bye' },
      failure: FAILURE,
    });
  });

  it('ignores a second confirmation while the first is on its way', () => {
    const once = after({ kind: 'confirmed' });
    expect(nextCancelState(once, { kind: 'confirmed' })).toBe(once);
  });

  it('ignores an answer that changes while it is being sent', () => {
    const sending = after({ kind: 'confirmed' });
    expect(nextCancelState(sending, { kind: 'answered', answer: { comment: 'x' } })).toBe(sending);
  });

  it('stays done when undoing fails, so that it can be tried again', () => {
    const state = after(
      { kind: 'confirmed' },
      { kind: 'canceled', endsAt: 5 },
      { kind: 'undone' },
      { kind: 'failed', failure: FAILURE },
    );
    expect(state).toEqual({ kind: 'done', endsAt: 5, failure: FAILURE });
  });
});

describe('cancelRequest', () => {
  it('sends nothing where nothing was answered', () => {
    expect(cancelRequest({ reason: null, comment: '  ' })).toEqual({});
  });

  it('sends the reason and the trimmed comment', () => {
    const request = cancelRequest({ reason: 'other', comment: ' Moving away ' });
    expect(request).toEqual({ reason: 'other', comment: 'Moving away' });
  });
});
