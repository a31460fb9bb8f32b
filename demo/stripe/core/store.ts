import type { Coupon } from '../discounts/coupon.ts';
import type { Discount } from '../discounts/discount.ts';
import type { PromotionCode } from '../discounts/promotion-code.ts';
import type { CreditNote } from '../credit-notes/credit-note.ts';
import type { BalanceTransaction } from '../customers/balance-transaction.ts';
import type { Customer } from '../customers/customer.ts';
import type { TaxId } from '../customers/tax-id.ts';
import type { Invoice } from '../invoices/invoice.ts';
import type { InvoiceItem } from '../invoices/invoice-item.ts';
import type { InvoicePayment } from '../invoices/invoice-payment.ts';
import type { Charge } from '../payments/charge.ts';
import type { Dispute } from '../payments/dispute.ts';
import type { Mandate } from '../payments/mandate.ts';
import type { PaymentIntent } from '../payments/payment-intent.ts';
import type { PaymentMethod } from '../payments/payment-method.ts';
import type { Refund } from '../payments/refund.ts';
import type { SetupIntent } from '../payments/setup-intent.ts';
import type { PortalConfiguration } from '../portal/configuration.ts';
import type { Price } from '../catalogue/price.ts';
import type { Product } from '../catalogue/product.ts';
import type { TaxRate } from '../catalogue/tax-rate.ts';
import type { Schedule } from '../schedules/schedule.ts';
import type { Subscription } from '../subscriptions/subscription.ts';
import type { TestClock } from '../test-clocks/test-clock.ts';
import type { SubscriptionItem } from '../subscriptions/subscription-item.ts';
import type { WebhookEndpoint } from '../webhooks/webhook-endpoint.ts';
import type { Moment } from '../events/moment.ts';
import { Table } from './table.ts';
import type { Change, Row } from './table.ts';

/** Hears what a request, or a step of time, has done, once it is certain. */
export type CommitListener = (changes: Change[]) => void;

/** The tables of a store by their names, and what their rows are. */
export type TableName = {
  [Key in keyof Store]: Store[Key] extends Table<infer _> ? Key : never;
}[keyof Store];
export type EntityOf<Name extends TableName> = ReturnType<Store[Name]['get']>;

interface Entry {
  table: string;
  id: string;
  before: Row | undefined;
  undo: () => void;
}

/** Everything that the simulated account holds. */
export class Store {
  #entries: Entry[] = [];
  readonly #listeners: CommitListener[] = [];
  readonly #journal = { note: (entry: Entry) => void this.#entries.push(entry) };

  readonly customers = this.#table<Customer>('customers', 'customer', ['email', 'testClock']);
  readonly testClocks = this.#table<TestClock>('testClocks', 'test clock', ['status']);
  readonly balanceTransactions = this.#table<BalanceTransaction>(
    'balanceTransactions',
    'balance transaction',
    ['customer'],
  );
  readonly taxIds = this.#table<TaxId>('taxIds', 'tax_id', ['customer']);
  readonly products = this.#table<Product>('products', 'product');
  readonly prices = this.#table<Price>('prices', 'price');
  readonly taxRates = this.#table<TaxRate>('taxRates', 'tax rate');
  readonly subscriptions = this.#table<Subscription>('subscriptions', 'subscription', ['customer']);
  readonly subscriptionItems = this.#table<SubscriptionItem>(
    'subscriptionItems',
    'subscription item',
    ['subscription'],
  );
  readonly schedules = this.#table<Schedule>('schedules', 'subscription schedule', [
    'customer',
    'subscription',
  ]);
  readonly invoices = this.#table<Invoice>('invoices', 'invoice', ['customer', 'subscription']);
  readonly invoiceItems = this.#table<InvoiceItem>('invoiceItems', 'invoice item', [
    'customer',
    'invoice',
  ]);
  readonly invoicePayments = this.#table<InvoicePayment>('invoicePayments', 'invoice payment', [
    'invoice',
  ]);
  readonly paymentMethods = this.#table<PaymentMethod>('paymentMethods', 'PaymentMethod', [
    'customer',
  ]);
  readonly setupIntents = this.#table<SetupIntent>('setupIntents', 'setupintent', ['customer']);
  readonly paymentIntents = this.#table<PaymentIntent>('paymentIntents', 'payment_intent', [
    'customer',
  ]);
  readonly creditNotes = this.#table<CreditNote>('creditNotes', 'credit_note', [
    'customer',
    'invoice',
  ]);
  readonly charges = this.#table<Charge>('charges', 'charge', ['customer', 'paymentIntent']);
  readonly refunds = this.#table<Refund>('refunds', 'refund', ['charge']);
  readonly disputes = this.#table<Dispute>('disputes', 'dispute', ['charge']);
  readonly mandates = this.#table<Mandate>('mandates', 'mandate', ['paymentMethod']);
  readonly coupons = this.#table<Coupon>('coupons', 'coupon');
  readonly promotionCodes = this.#table<PromotionCode>('promotionCodes', 'promotion code');
  readonly discounts = this.#table<Discount>('discounts', 'discount', ['subscription']);
  readonly portalConfigurations = this.#table<PortalConfiguration>(
    'portalConfigurations',
    'configuration',
  );

  readonly moments = this.#table<Moment>('moments', 'moment');
  readonly webhookEndpoints = this.#table<WebhookEndpoint>('webhookEndpoints', 'webhook endpoint');

  /** Marks a point to come back to. Marks nest. */
  mark(): number {
    return this.#entries.length;
  }

  /** What has happened since `mark` and is not certain yet. */
  changesSince(mark: number): Change[] {
    return this.#changesOf(this.#entries.slice(mark));
  }

  /** Undoes everything since `mark`. */
  rollBack(mark: number): void {
    while (this.#entries.length > mark) this.#entries.pop()?.undo();
  }

  /** What is done stays done, and the listeners hear of it: one change for each row, first to last. */
  commit(): void {
    const entries = this.#entries;
    this.#entries = [];
    if (entries.length === 0) return;
    const changes = this.#changesOf(entries);
    for (const listener of this.#listeners) listener(changes);
  }

  /** Listeners run before time goes on, in the order in which they came; they change no row. */
  onCommit(listener: CommitListener): void {
    this.#listeners.push(listener);
  }

  isEmpty(): boolean {
    return this.customers.all().length + this.products.all().length === 0;
  }

  /** Rows by table. */
  counts(): Record<string, number> {
    return Object.fromEntries(this.#tables().map((table) => [table.name, table.size]));
  }

  clear(): void {
    for (const table of this.#tables()) table.clear();
    this.#entries = [];
  }

  #table<Entity extends Row>(
    name: string,
    kind: string,
    indexed: readonly (keyof Entity)[] = [],
  ): Table<Entity> {
    return new Table<Entity>({ name, kind, indexed }, this.#journal);
  }

  #tables(): Table<Row>[] {
    return Object.values(this).filter((value): value is Table<Row> => value instanceof Table);
  }

  #changesOf(entries: Entry[]): Change[] {
    const histories = new Map<
      string,
      { table: string; id: string; befores: (Row | undefined)[] }
    >();
    for (const { table, id, before } of entries) {
      const key = `${table} ${id}`;
      const history = histories.get(key);
      if (history === undefined) histories.set(key, { table, id, befores: [before] });
      else history.befores.push(before);
    }
    const tables = new Map(this.#tables().map((table) => [table.name, table]));
    return [...histories.values()]
      .map(({ table, id, befores: [before, ...between] }) => {
        const after = tables.get(table)?.find(id);
        return { table, id, before, after, versions: [...between, after] };
      })
      .filter(({ before, after }) => before !== after);
  }
}
