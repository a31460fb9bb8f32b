import type Stripe from 'stripe';
import { describe, expect, it } from 'vitest';
import { Till } from './till.ts';

type Source = `https://${string}` | 'by hand';

/** What an invoice must say; what a case leaves out is not looked at. */
export interface Bill {
  /** Amounts before discounts and tax, in the invoice's order. */
  lines?: number[];
  /** `2026-01-31/2026-02-28` for each line. */
  periods?: string[];
  /** Off each line, all discounts together. */
  discounts?: number[];
  /** Each line's tax. */
  taxes?: number[];
  total: number;
  due?: number;
  /** The customer's balance afterwards: negative is credit. */
  balance?: number;
}

export interface WorkedExample {
  title: string;
  /** Stripe's page where the numbers stand, or the rule does that they were worked out from. */
  source: Source;
  /** The calculation on paper. */
  paper: string;
  opensAt: string;
  play: (till: Till) => Promise<Stripe.Invoice>;
  bill: Bill;
}

export interface WorkedRefusal {
  title: string;
  source: Source;
  opensAt: string;
  play: (till: Till) => Promise<unknown>;
  refusal: { code?: string; param?: string };
}

/** Proves each case through the official SDK, on simulated time. */
export function proveExamples(theme: string, examples: WorkedExample[]): void {
  describe(theme, () => {
    for (const { title, opensAt, play, paper, bill } of examples) {
      it(title, async () => {
        const till = await Till.openAt(opensAt);
        const invoice = await play(till);
        const seen = { ...billOf(invoice), balance: await till.balance() };
        expect(seen, paper).toMatchObject(bill);
      });
    }
  });
}

export function proveRefusals(theme: string, cases: WorkedRefusal[]): void {
  describe(theme, () => {
    for (const { title, opensAt, play, refusal } of cases) {
      it(title, async () => {
        const till = await Till.openAt(opensAt);
        await expect(play(till)).rejects.toMatchObject({ statusCode: 400, ...refusal });
      });
    }
  });
}

function billOf(invoice: Stripe.Invoice): Omit<Bill, 'balance'> {
  const lines = invoice.lines.data;
  const sum = (parts: { amount: number }[] | null) =>
    (parts ?? []).reduce((total, part) => total + part.amount, 0);
  return {
    lines: lines.map((line) => line.amount),
    periods: lines.map(({ period }) => `${dayOf(period.start)}/${dayOf(period.end)}`),
    discounts: lines.map((line) => sum(line.discount_amounts)),
    taxes: lines.map((line) => sum(line.taxes)),
    total: invoice.total,
    due: invoice.amount_due,
  };
}

function dayOf(moment: number): string {
  return new Date(moment * 1000).toISOString().slice(0, 10);
}
