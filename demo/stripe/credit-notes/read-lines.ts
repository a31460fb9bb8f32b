import { longId } from '../core/ids.ts';
import type { World } from '../core/world.ts';
import type { Invoice } from '../invoices/invoice.ts';
import type { Line, LineTax } from '../money/line.ts';
import { percentOf, percentWithin } from '../money/round.ts';
import { mergeMetadata } from '../wire/common-params.ts';
import { noSuch, refuse } from '../wire/fault.ts';
import type { CreditLine } from './credit-note-line.ts';
import type { CreateParams, LineParams } from './credit-note-params.ts';
import { issuedNotes } from './credit-note.ts';

/** What is credited: an amount, which is one line of its own, or the lines that were sent. */
export function readLines(world: World, invoice: Invoice, params: CreateParams): CreditLine[] {
  const { amount, lines } = params;
  if ((amount === undefined) === (lines === undefined)) {
    throw refuse(
      'You must pass exactly one of amount and lines.',
      amount === undefined ? 'amount' : 'lines',
      amount === undefined ? 'parameter_missing' : 'parameters_exclusive',
    );
  }
  if (amount !== undefined) return [customLine({ amount, description: 'Credit' })];
  return (lines ?? []).map((line, index) => {
    const at = `lines[${index}]`;
    return line.type === 'custom_line_item'
      ? readCustom(world, line, at)
      : readOfInvoice(world, invoice, line, at);
  });
}

function readCustom(world: World, params: LineParams, at: string): CreditLine {
  const {
    unit_amount: unitAmount,
    quantity = 1,
    description,
    invoice_line_item: ofInvoice,
  } = params;
  if (ofInvoice !== undefined || params.amount !== undefined) {
    throw refuse('A custom_line_item has a unit_amount and a quantity.', `${at}[type]`);
  }
  if (unitAmount === undefined) throw missing(`${at}[unit_amount]`);
  if (description === undefined) throw missing(`${at}[description]`);
  const amount = unitAmount * quantity;
  const taxes = (params.tax_rates || []).map((id): LineTax => {
    const { percentage, inclusive } = world.store.taxRates.get(id, `${at}[tax_rates]`);
    const tax = inclusive ? percentWithin(amount, percentage) : percentOf(amount, percentage);
    return {
      rate: id,
      amount: tax,
      taxable: inclusive ? amount - tax : amount,
      isInclusive: inclusive,
      exemption: null,
    };
  });
  const metadata = mergeMetadata({}, params.metadata);
  return { ...customLine({ amount, description }), quantity, unitAmount, taxes, metadata };
}

/** A part of a line takes the same part of its discounts and taxes along. */
function readOfInvoice(world: World, invoice: Invoice, params: LineParams, at: string): CreditLine {
  const { invoice_line_item: id, quantity } = params;
  if (id === undefined) throw missing(`${at}[invoice_line_item]`);
  if (params.unit_amount !== undefined || params.tax_rates !== undefined) {
    throw refuse('unit_amount and tax_rates go with a custom_line_item.', `${at}[type]`);
  }
  const line = invoice.lines.find((one) => one.id === id);
  if (line === undefined) throw noSuch('invoice line item', id, `${at}[invoice_line_item]`);
  const left = line.amount - creditedOf(world, invoice.id, id);
  const amount = params.amount ?? amountFor(line, quantity, left);
  if (amount > left) {
    throw refuse(
      `The credit of ${amount} is more than what is left of the invoice line item (${left}).`,
      `${at}[amount]`,
    );
  }
  const share = line.amount === 0 ? 0 : amount / line.amount;
  return {
    id: longId('cnli'),
    invoiceLine: id,
    amount,
    description: line.description,
    quantity: quantity ?? null,
    unitAmount: null,
    discountAmounts: line.discountAmounts.map((off) => ({
      ...off,
      amount: Math.round(off.amount * share),
    })),
    taxes: line.taxes.map((tax) => ({
      ...tax,
      amount: Math.round(tax.amount * share),
      taxable: Math.round(tax.taxable * share),
    })),
    metadata: mergeMetadata({}, params.metadata),
  };
}

function amountFor(line: Line, quantity: number | undefined, left: number): number {
  if (quantity === undefined) return left;
  if (line.quantity === 0) return 0;
  return Math.round((line.amount * quantity) / line.quantity);
}

function creditedOf(world: World, invoice: string, line: string): number {
  return issuedNotes(world, invoice)
    .flatMap((note) => note.lines)
    .filter(({ invoiceLine }) => invoiceLine === line)
    .reduce((sum, { amount }) => sum + amount, 0);
}

function customLine({ amount, description }: { amount: number; description: string }): CreditLine {
  return {
    id: longId('cnli'),
    invoiceLine: null,
    amount,
    description,
    quantity: 1,
    unitAmount: amount,
    discountAmounts: [],
    taxes: [],
    metadata: {},
  };
}

function missing(param: string) {
  return refuse(`Missing required param: ${param}.`, param, 'parameter_missing');
}
