import type { ChangeResult, Endpoint, Result } from '../../contract/api.ts';
import type { Overview, PaymentMethod, Preview, Subscription } from '../../contract/billing.ts';
import type { PortalSettings } from '../../contract/portal.ts';
import { failWith, readCall, type FakeCall, type Fault } from './fake-http.ts';
import { PLANS, RENEWAL, SETTINGS, invoice, overviewOf, subscription } from './fixtures.ts';
import { PREVIEW } from './preview.ts';

/**
 * The server's HTTP API in memory, typed by the contract: what it answers is what the real one
 * must answer. It changes its overview as the real one would, and remembers every call.
 */
export class FakePortal {
  overview: Overview;
  settings: PortalSettings;
  preview: Preview = PREVIEW;
  /** The next change, resubscription or payment wants the bank's confirmation. */
  wantsAction = false;
  readonly calls: FakeCall[] = [];
  readonly #faults: { endpoint: Endpoint; fault: Fault; comesAfterWork: boolean }[] = [];
  readonly #held = new Map<Endpoint, Promise<void>>();
  #tokens = 0;
  #previews = 0;
  #isExpired = false;

  constructor(overview: Overview = overviewOf([subscription()]), settings = SETTINGS) {
    this.overview = overview;
    this.settings = settings;
  }

  /** The next call of `endpoint` fails. @param comesAfterWork True: the work was done all the same. */
  failNext(endpoint: Endpoint, fault: Fault, comesAfterWork = false): void {
    this.#faults.push({ endpoint, fault, comesAfterWork });
  }

  /** Calls of `endpoint` wait until the function that is returned is called. */
  hold(endpoint: Endpoint): () => void {
    let release = (): void => undefined;
    this.#held.set(endpoint, new Promise((resolve) => (release = resolve)));
    return () => {
      this.#held.delete(endpoint);
      release();
    };
  }

  /** From now on the token is no longer taken. */
  expireSession(): void {
    this.#isExpired = true;
  }

  callsOf(endpoint: Endpoint): FakeCall[] {
    return this.calls.filter((call) => call.endpoint === endpoint);
  }

  readonly fetch: typeof fetch = async (input, init = {}) => {
    const call = readCall(input, init);
    this.calls.push(call);
    await this.#held.get(call.endpoint);
    const index = this.#faults.findIndex(({ endpoint }) => endpoint === call.endpoint);
    const [planned] = index < 0 ? [] : this.#faults.splice(index, 1);
    if (planned && !planned.comesAfterWork) return failWith(planned.fault);
    const isSession = call.endpoint === 'POST /v1/sessions';
    if (!isSession && (this.#isExpired || call.token !== `token-${this.#tokens}`))
      return failWith('session-expired');
    const result = this.#answers[call.endpoint](call);
    if (planned) return failWith(planned.fault);
    return Response.json(result, { status: isSession ? 201 : 200 });
  };

  readonly #answers: { [E in Endpoint]: (call: FakeCall) => Result<E> } = {
    'POST /v1/sessions': () => {
      this.#isExpired = false;
      return { ...this.#newToken(), portal: this.settings, overview: this.overview };
    },
    'POST /v1/sessions/renew': () => this.#newToken(),
    'GET /v1/overview': () => this.overview,
    'GET /v1/plans': () => ({ plans: PLANS }),
    'POST /v1/subscriptions/:id/preview': () => this.#newPreview(),
    'POST /v1/subscriptions/:id/change': ({ id }) => this.#order(this.#change(id, {})),
    'DELETE /v1/subscriptions/:id/pending-change': ({ id }) => ({
      subscription: this.#change(id, {}),
    }),
    'DELETE /v1/subscriptions/:id/scheduled-change': ({ id }) => ({
      subscription: this.#change(id, { scheduledChange: null }),
    }),
    'POST /v1/subscriptions/:id/cancel': ({ id }) => ({
      subscription: this.#change(id, {
        cancelAt: RENEWAL,
        nextInvoice: null,
        allowedActions: ['keep'],
      }),
    }),
    'POST /v1/subscriptions/:id/keep': ({ id }) => ({
      subscription: this.#change(id, {
        cancelAt: null,
        nextInvoice: { amountDue: 2900, currency: 'usd', dueAt: RENEWAL },
        allowedActions: ['change-plan', 'cancel'],
      }),
    }),
    'POST /v1/subscriptions/:id/resubscribe/preview': () => this.#newPreview(),
    'POST /v1/subscriptions/:id/resubscribe': () => this.#order(this.#newSubscription()),
    'POST /v1/subscriptions/:id/promotion-code': ({ id }) => ({
      subscription: this.#change(id, {}),
    }),
    'GET /v1/invoices': () => ({ data: [invoice(4), invoice(5)], nextCursor: null }),
    'GET /v1/invoices/:id/links': ({ id }) => ({
      hostedUrl: `https://invoice.example/${id}`,
      pdfUrl: `https://invoice.example/${id}.pdf`,
    }),
    'POST /v1/invoices/:id/pay': ({ id }) => {
      const paid = invoice(0, { id });
      return this.wantsAction
        ? { status: 'requires-action', ...SECRETS, invoice: paid }
        : { status: 'done', invoice: this.#pay(id) };
    },
    'POST /v1/payment-methods/setup': () => SECRETS,
    'POST /v1/payment-methods/confirm': () => ({ paymentMethods: this.#addMethod() }),
    'POST /v1/payment-methods/:id/default': ({ id }) => ({
      paymentMethods: this.#methods((method) => ({ ...method, isDefault: method.id === id })),
    }),
    'DELETE /v1/payment-methods/:id': ({ id }) => {
      const paymentMethods = this.overview.paymentMethods.filter((method) => method.id !== id);
      this.overview = { ...this.overview, paymentMethods };
      return { paymentMethods };
    },
  };

  #newToken(): { token: string; expiresAt: number } {
    this.#tokens += 1;
    return { token: `token-${this.#tokens}`, expiresAt: Math.floor(Date.now() / 1000) + 600 };
  }

  #newPreview(): Preview {
    this.#previews += 1;
    return { ...this.preview, previewToken: `preview-${this.#previews}` };
  }

  #order(changed: Subscription): ChangeResult {
    return this.wantsAction
      ? { status: 'requires-action', ...SECRETS, subscription: changed }
      : { status: 'done', subscription: changed };
  }

  #newSubscription(): Subscription {
    const created = subscription({ id: 'sub_new' });
    this.overview = {
      ...this.overview,
      subscriptions: [created, ...this.overview.subscriptions],
    };
    return created;
  }

  #change(id: string, change: Partial<Subscription>): Subscription {
    const old = this.overview.subscriptions.find((one) => one.id === id) ?? subscription();
    const changed = { ...old, ...change };
    const subscriptions = this.overview.subscriptions.map((one) => (one.id === id ? changed : one));
    this.overview = { ...this.overview, subscriptions };
    return changed;
  }

  #pay(id: string) {
    const { invoices, subscriptions } = this.overview;
    const paid = invoices.data.map((one) =>
      one.id === id ? { ...one, status: 'paid' as const, canPay: false } : one,
    );
    this.overview = {
      ...this.overview,
      invoices: { ...invoices, data: paid },
      subscriptions: subscriptions.map((one) =>
        one.openInvoice?.id === id
          ? { ...one, status: 'active', openInvoice: null, allowedActions: ['cancel'] }
          : one,
      ),
    };
    return paid.find((one) => one.id === id) ?? invoice(0, { id });
  }

  #addMethod(): PaymentMethod[] {
    const added: PaymentMethod = {
      id: 'pm_new',
      type: 'card',
      brand: 'visa',
      last4: '1881',
      expiryMonth: 1,
      expiryYear: 2031,
      isDefault: true,
      isExpired: false,
      canRemove: false,
    };
    const others = this.#methods((method) => ({ ...method, isDefault: false }));
    const paymentMethods = [added, ...others];
    const subscriptions = this.overview.subscriptions.map((one) => ({
      ...one,
      paymentMethodId: added.id,
    }));
    this.overview = { ...this.overview, paymentMethods, subscriptions };
    return paymentMethods;
  }

  #methods(change: (method: PaymentMethod) => PaymentMethod): PaymentMethod[] {
    const paymentMethods = this.overview.paymentMethods.map(change);
    this.overview = { ...this.overview, paymentMethods };
    return paymentMethods;
  }
}

const SECRETS = { clientSecret: 'seti_1_secret_1', publishableKey: 'pk_test_fake' };
