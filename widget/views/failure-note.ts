import { html, nothing, type TemplateResult } from 'lit';
import type { Problem } from '../../contract/problems.ts';
import type { Failure } from '../failure.ts';
import type { Portal } from '../flow.ts';
import { button, note } from './parts.ts';

/** What happened, whether money moved, how to go on, and what to quote to support. */
export function failureNote(
  portal: Pick<Portal, 'words'>,
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
export function failureText({ words }: Pick<Portal, 'words'>, failure: Failure): string {
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
      return problemText(words, failure.problem, failure.isMutation);
  }
}

/** Most problems' own words say what became of the money; these leave it to whether it could have moved. */
const SILENT_ON_MONEY: ReadonlySet<string> = new Set(['internal', 'stripe-unavailable']);

function problemText(words: Portal['words'], problem: Problem, isMutation: boolean): string {
  const { code, reason } = problem;
  const known = words.find(reason ? `payment-failure.${reason}` : `problem.${code}`);
  if (known && !SILENT_ON_MONEY.has(code)) return known;
  // A newer server may know problems that this widget has no words for.
  return `${known || words.t('problem.internal')} ${moneyText(words, isMutation)}`;
}

function moneyText(words: Portal['words'], isOpen: boolean): string {
  return words.t(isOpen ? 'failure.money-unknown' : 'failure.money-no');
}
