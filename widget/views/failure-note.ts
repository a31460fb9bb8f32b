import { html, nothing, type TemplateResult } from 'lit';
import type { Problem } from '../../contract/problems.ts';
import type { Failure } from '../failure.ts';
import type { Portal } from '../flow.ts';
import { button, note } from './parts.ts';

/** What happened, whether money moved, how to go on, and what to quote to support. */
export function failureNote(
  portal: Pick<Portal, 'words' | 'format'>,
  failure: Failure | null,
  retry?: { onClick: () => void; isBusy?: boolean; label?: string },
): TemplateResult | typeof nothing {
  if (!failure) return nothing;
  const { words } = portal;
  const reference = failure.kind === 'problem' ? failure.problem.requestId : '';
  const text = html`<p>${failureText(portal, failure)}</p>
    ${reference ? html`<p class="small muted">${words.t('failure.reference', { reference })}</p>` : nothing}`;
  const again = retry && button({ label: words.t('action.try-again'), ...retry });
  return note('bad', text, again ?? nothing);
}

/** The same in one line, for screen readers and for a field. */
export function failureText(portal: Pick<Portal, 'words' | 'format'>, failure: Failure): string {
  const { words } = portal;
  switch (failure.kind) {
    case 'message':
      return failure.text;
    case 'code':
      return words.t('failure.code');
    case 'connection': {
      const isOpen = failure.isMutation && failure.fault !== 'offline';
      return `${words.t(`failure.${failure.fault}`)} ${moneyText(words, isOpen)}`;
    }
    case 'problem':
      return problemText(portal, failure.problem, failure.isMutation);
  }
}

/** Most problems' own words say what became of the money; these leave it to whether it could have moved. */
const SILENT_ON_MONEY: ReadonlySet<string> = new Set(['internal', 'stripe-unavailable']);

/** Where an answer does not say when it is worth another try. */
const RETRY_AFTER_S = 60;

function problemText(
  { words, format }: Pick<Portal, 'words' | 'format'>,
  problem: Problem,
  isMutation: boolean,
): string {
  const { code, reason, retryAfterS = RETRY_AFTER_S } = problem;
  const when = format.fromNow(retryAfterS);
  const known = words.find(reason ? `payment-failure.${reason}` : `problem.${code}`, { when });
  if (known && !SILENT_ON_MONEY.has(code)) return known;
  // A newer server may know problems that this widget has no words for.
  return `${known || words.t('problem.internal')} ${moneyText(words, isMutation)}`;
}

function moneyText(words: Portal['words'], isOpen: boolean): string {
  return words.t(isOpen ? 'failure.money-unknown' : 'failure.money-no');
}
