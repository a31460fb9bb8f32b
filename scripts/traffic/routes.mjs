/** What most resources have, in the SDK's regular names. */
const REGULAR = {
  create: (path, name) => [`POST ${path}`, `${name}CreateParams`, name],
  list: (path, name) => [`GET ${path}`, `${name}ListParams`, `${name}[]`],
  retrieve: (path, name) => [`GET ${path}/:id`, `${name}RetrieveParams`, name],
  update: (path, name) => [`POST ${path}/:id`, `${name}UpdateParams`, name],
  delete: (path, name) => [`DELETE ${path}/:id`, `${name}DeleteParams`, deleted(name)],
  cancel: (path, name) => [`POST ${path}/:id/cancel`, `${name}CancelParams`, name],
  confirm: (path, name) => [`POST ${path}/:id/confirm`, `${name}ConfirmParams`, name],
};
const RESOURCES = {
  'billing_portal/configurations': ['BillingPortal.Configuration', 'list retrieve'],
  charges: ['Charge', 'list retrieve update'],
  coupons: ['Coupon', 'create list retrieve update delete'],
  credit_notes: ['CreditNote', 'create list retrieve update'],
  customers: ['Customer', 'create list update delete'],
  disputes: ['Dispute', 'list retrieve update'],
  events: ['Event', 'list retrieve'],
  invoice_payments: ['InvoicePayment', 'list retrieve'],
  invoiceitems: ['InvoiceItem', 'create list retrieve update delete'],
  invoices: ['Invoice', 'create list retrieve update delete'],
  mandates: ['Mandate', 'retrieve'],
  payment_intents: ['PaymentIntent', 'create list retrieve update cancel confirm'],
  payment_methods: ['PaymentMethod', 'create list retrieve update'],
  prices: ['Price', 'create list retrieve update'],
  products: ['Product', 'create list retrieve update delete'],
  promotion_codes: ['PromotionCode', 'create list retrieve update'],
  refunds: ['Refund', 'create list retrieve update cancel'],
  setup_intents: ['SetupIntent', 'create list retrieve update cancel confirm'],
  subscription_items: ['SubscriptionItem', 'create list retrieve update delete'],
  subscription_schedules: ['SubscriptionSchedule', 'create list retrieve update cancel'],
  subscriptions: ['Subscription', 'create list retrieve update'],
  tax_rates: ['TaxRate', 'create list retrieve update'],
  'test_helpers/test_clocks': ['TestHelpers.TestClock', 'create list retrieve delete'],
  webhook_endpoints: ['WebhookEndpoint', 'create list retrieve update delete'],
};

const BALANCE = 'CustomerBalanceTransaction';
const OTHERS = {
  'POST /v1/credit_notes/:id/void': ['CreditNoteVoidCreditNoteParams', 'CreditNote'],
  'GET /v1/credit_notes/:id/lines': ['CreditNoteListLineItemsParams', 'CreditNoteLineItem[]'],
  'GET /v1/credit_notes/preview': ['CreditNotePreviewParams', 'CreditNote'],
  'GET /v1/customers/:id': ['CustomerRetrieveParams', 'Customer | Stripe.DeletedCustomer'],
  'POST /v1/customers/:id/balance_transactions': [
    'CustomerCreateBalanceTransactionParams',
    BALANCE,
  ],
  'GET /v1/customers/:id/balance_transactions': [
    'CustomerListBalanceTransactionsParams',
    `${BALANCE}[]`,
  ],
  'GET /v1/customers/:id/balance_transactions/:other': [
    'CustomerRetrieveBalanceTransactionParams',
    BALANCE,
  ],
  'DELETE /v1/customers/:id/discount': ['CustomerDeleteDiscountParams', 'DeletedDiscount'],
  'GET /v1/customers/:id/payment_methods': ['CustomerListPaymentMethodsParams', 'PaymentMethod[]'],
  'GET /v1/customers/:id/payment_methods/:other': [
    'CustomerRetrievePaymentMethodParams',
    'PaymentMethod',
  ],
  'POST /v1/customers/:id/tax_ids': ['CustomerCreateTaxIdParams', 'TaxId'],
  'GET /v1/customers/:id/tax_ids': ['CustomerListTaxIdsParams', 'TaxId[]'],
  'GET /v1/customers/:id/tax_ids/:other': ['CustomerRetrieveTaxIdParams', 'TaxId'],
  'DELETE /v1/customers/:id/tax_ids/:other': ['CustomerDeleteTaxIdParams', 'DeletedTaxId'],
  'POST /v1/disputes/:id/close': ['DisputeCloseParams', 'Dispute'],
  'POST /v1/invoices/create_preview': ['InvoiceCreatePreviewParams', 'Invoice'],
  'GET /v1/invoices/:id/lines': ['InvoiceListLineItemsParams', 'InvoiceLineItem[]'],
  'POST /v1/invoices/:id/finalize': ['InvoiceFinalizeInvoiceParams', 'Invoice'],
  'POST /v1/invoices/:id/mark_uncollectible': ['InvoiceMarkUncollectibleParams', 'Invoice'],
  'POST /v1/invoices/:id/pay': ['InvoicePayParams', 'Invoice'],
  'POST /v1/invoices/:id/send': ['InvoiceSendInvoiceParams', 'Invoice'],
  'POST /v1/invoices/:id/void': ['InvoiceVoidInvoiceParams', 'Invoice'],
  'POST /v1/payment_methods/:id/attach': ['PaymentMethodAttachParams', 'PaymentMethod'],
  'POST /v1/payment_methods/:id/detach': ['PaymentMethodDetachParams', 'PaymentMethod'],
  'POST /v1/subscription_schedules/:id/release': [
    'SubscriptionScheduleReleaseParams',
    'SubscriptionSchedule',
  ],
  'DELETE /v1/subscriptions/:id': ['SubscriptionCancelParams', 'Subscription'],
  'DELETE /v1/subscriptions/:id/discount': ['SubscriptionDeleteDiscountParams', 'DeletedDiscount'],
  'POST /v1/subscriptions/:id/migrate': ['SubscriptionMigrateParams', 'Subscription'],
  'POST /v1/subscriptions/:id/pause': ['SubscriptionPauseParams', 'Subscription'],
  'POST /v1/subscriptions/:id/resume': ['SubscriptionResumeParams', 'Subscription'],
  'POST /v1/test_helpers/test_clocks/:id/advance': [
    'TestHelpers.TestClockAdvanceParams',
    'TestHelpers.TestClock',
  ],
};

/**
 * For each call that may be recorded: the SDK's type of its parameters and of its answer, as names
 * of the `Stripe` namespace; `[]` after an answer means a list of them.
 * @type {Record<string, [params: string, answer: string]>}
 */
export const ROUTE_TYPES = { ...regularRoutes(), ...OTHERS };

function regularRoutes() {
  const routes = Object.entries(RESOURCES).flatMap(([path, [name, calls]]) =>
    calls.split(' ').map((call) => REGULAR[call](`/v1/${path}`, name)),
  );
  return Object.fromEntries(routes.map(([call, ...types]) => [call, types]));
}

/** `TestHelpers.TestClock` → `TestHelpers.DeletedTestClock` */
function deleted(name) {
  return name.replace(/\w+$/, 'Deleted$&');
}
