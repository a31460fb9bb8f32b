import type { Life, Outcome, OutcomeInvoice } from './life.ts';

/** What the two say differently about one life, in words; nothing when they agree. */
export function differences(life: Life, said: Outcome, predicted: Outcome): string[] {
  const [left, right] = [textOf(said), textOf(predicted)];
  const found: string[] = [];
  for (let index = 0; index < Math.max(left.length, right.length); index += 1) {
    if (left[index] === right[index]) continue;
    found.push(`  simulator  ${left[index] ?? '(nothing)'}`);
    found.push(`  prediction ${right[index] ?? '(nothing)'}`);
  }
  if (found.length === 0) return [];
  return [`${life.name}, from ${date(life.start)}`, ...life.acts.map(actOf), ...found.slice(0, 6)];
}

function textOf(outcome: Outcome): string[] {
  const { status, balance, waiting } = outcome;
  return [
    ...outcome.refusals,
    ...outcome.invoices.toSorted((left, right) => left.at - right.at).map(invoiceText),
    `${status}, balance ${balance}, waiting ${waiting}`,
  ];
}

function invoiceText(invoice: OutcomeInvoice): string {
  const lines = invoice.lines
    .map(
      ({ amount, discount, tax, start, end }) =>
        `[${date(start)}–${date(end)} ${amount} off ${discount} tax ${tax}]`,
    )
    .toSorted();
  const { total, amountDue, discounts, tax, status } = invoice;
  return `${date(invoice.at)} ${status} total ${total} due ${amountDue} off ${discounts} tax ${tax} ${lines.join(' ')}`;
}

function actOf(act: Life['acts'][number]): string {
  return `  ${date(act.at)} ${JSON.stringify({ ...act, at: undefined })}`;
}

function date(at: number): string {
  return new Date(at * 1000).toISOString().slice(0, 19);
}
