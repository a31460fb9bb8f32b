import type { Heard } from './customer.ts';
import { codeOf } from './customer.ts';

/** What the widget does with an answer (widget/intent.ts): the same intent again, or a new one. */
const OPEN = new Set([
  'no answer',
  'stripe-unavailable',
  'outcome-unknown',
  'intent-in-progress',
  'session-expired',
  'too-many-requests',
]);

const PREVIEW_ANEW = new Set(['preview-expired', 'amount-changed', 'intent-changed']);

export function answerCode(heard: Heard | null): string {
  return heard === null ? 'no answer' : codeOf(heard);
}

export function keepsIntent(code: string): boolean {
  return OPEN.has(code);
}

export function needsNewPreview(code: string): boolean {
  return PREVIEW_ANEW.has(code);
}
