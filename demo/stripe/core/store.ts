import type { Coupon } from '../discounts/coupon.ts';
import type { Discount } from '../discounts/discount.ts';
import type { PromotionCode } from '../discounts/promotion-code.ts';
import type { BalanceTransaction } from '../customers/balance-transaction.ts';
import type { Customer } from '../customers/customer.ts';
import type { TaxId } from '../customers/tax-id.ts';
import type { Invoice } from '../invoices/invoice.ts';
import type { InvoiceItem } from '../invoices/invoice-item.ts';
import type { InvoicePayment } from '../invoices/invoice-payment.ts';
import type { PaymentIntent } from '../payments/payment-intent.ts';
import type { PaymentMethod } from '../payments/payment-method.ts';
import type { SetupIntent } from '../payments/setup-intent.ts';
import type { PortalConfiguration } from '../portal/configuration.ts';
import type { Price } from '../catalogue/price.ts';
import type { Product } from '../catalogue/product.ts';
import type { TaxRate } from '../catalogue/tax-rate.ts';
import type { Schedule } from '../schedules/schedule.ts';
import type { Subscription } from '../subscriptions/subscription.ts';
import type { SubscriptionItem } from '../subscriptions/subscription-item.ts';
import { Table } from './table.ts';

/** Everything that the simulated account holds. */
export class Store {
  #undo: (() => void)[] = [];
  readonly #journal = { note: (undo: () => void) => void this.#undo.push(undo) };

  readonly customers = new Table<Customer>('customer', this.#journal);
  readonly balanceTransactions = new Table<BalanceTransaction>(
    'balance transaction',
    this.#journal,
  );
  readonly taxIds = new Table<TaxId>('tax_id', this.#journal);
  readonly products = new Table<Product>('product', this.#journal);
  readonly prices = new Table<Price>('price', this.#journal);
  readonly taxRates = new Table<TaxRate>('tax rate', this.#journal);
  readonly subscriptions = new Table<Subscription>('subscription', this.#journal);
  readonly subscriptionItems = new Table<SubscriptionItem>('subscription item', this.#journal);
  readonly schedules = new Table<Schedule>('subscription schedule', this.#journal);
  readonly invoices = new Table<Invoice>('invoice', this.#journal);
  readonly invoiceItems = new Table<InvoiceItem>('invoice item', this.#journal);
  readonly invoicePayments = new Table<InvoicePayment>('invoice payment', this.#journal);
  readonly paymentMethods = new Table<PaymentMethod>('PaymentMethod', this.#journal);
  readonly setupIntents = new Table<SetupIntent>('setupintent', this.#journal);
  readonly paymentIntents = new Table<PaymentIntent>('payment_intent', this.#journal);
  readonly coupons = new Table<Coupon>('coupon', this.#journal);
  readonly promotionCodes = new Table<PromotionCode>('promotion code', this.#journal);
  readonly discounts = new Table<Discount>('discount', this.#journal);
  readonly portalConfigurations = new Table<PortalConfiguration>('configuration', this.#journal);

  /** Marks a point to come back to. Marks nest. */
  mark(): number {
    return this.#undo.length;
  }

  /** Undoes everything since `mark`. */
  rollBack(mark: number): void {
    while (this.#undo.length > mark) this.#undo.pop()?.();
  }

  /** Forgets how to undo: what is done stays done. */
  commit(): void {
    this.#undo = [];
  }

  isEmpty(): boolean {
    return this.customers.all().length + this.products.all().length === 0;
  }

  clear(): void {
    for (const table of Object.values(this)) if (table instanceof Table) table.clear();
    this.commit();
  }
}
