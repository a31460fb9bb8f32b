import { html, type TemplateResult } from 'lit';
import type { Invoice, Overview, Page, Subscription } from '../contract/billing.ts';
import type { PortalSettings } from '../contract/portal.ts';
import { ApiClient, isSessionEnded, tokenOf } from './api-client.ts';
import { emit } from './events.ts';
import type { Failure } from './failure.ts';
import { triggerKey, type Flow, type FlowRequest, type Place, type Portal } from './flow.ts';
import { startFlow } from './flows/start-flow.ts';
import type { FocusTarget } from './focus-keeper.ts';
import type { Format } from './format.ts';
import type { Translator } from './i18n/messages.ts';
import { readFurther, readNextPage } from './invoice-pages.ts';
import { appendInvoices, replaceSubscription } from './overview-changes.ts';
import { setupScreen, warnOfFailure, warnOfFault } from './owner-help.ts';
import type { OpenSession, PortalCore } from './portal-core.ts';
import { inScope, scopeOf } from './scope.ts';
import { readSetup, type SetupFault } from './setup.ts';
import { failureNote } from './views/failure-note.ts';
import { button, heading } from './views/parts.ts';

/** Everything that happens after the first paint; its code comes when the customer first acts. */
export class PortalActions implements Portal {
  readonly #core: PortalCore;
  #client: { session: OpenSession; api: ApiClient } | null = null;

  constructor(core: PortalCore) {
    this.#core = core;
  }

  get element(): HTMLElement {
    return this.#core.element;
  }

  get words(): Translator {
    const { allWords } = this.#core;
    if (!allWords) throw new Error('The words are not loaded.');
    return allWords;
  }

  get format(): Format {
    return this.#core.format;
  }

  get settings(): PortalSettings {
    return this.#core.settings;
  }

  get overview(): Overview {
    return this.#core.overview;
  }

  /** One client for each time that somebody has signed in. */
  get api(): ApiClient {
    const { session } = this.#core;
    if (!session) throw new Error('There is no session yet.');
    if (this.#client?.session === session) return this.#client.api;
    const api = new ApiClient({
      api: session.api,
      token: tokenOf(session.result, session.receivedAtMs),
      identity: () => {
        // A page may set a fresh hash before the old one has run out.
        const now = readSetup(this.#core.element);
        return typeof now === 'string' ? session.identity : now.identity;
      },
    });
    this.#client = { session, api };
    return api;
  }

  flowAt(place: Place): Flow | null {
    return this.#core.flowAt(place);
  }

  isStarting(request: FlowRequest): boolean {
    return this.#core.isStarting(request);
  }

  open(request: FlowRequest): void {
    this.#core.open(request);
  }

  /** Starts what was asked for. */
  start(request: FlowRequest): void {
    const flow = startFlow(this, request);
    this.#core.change({ activity: { kind: 'flow', key: triggerKey(request), flow } });
    emit(this.element, 'billing-view', { view: request.name });
    flow.connected?.();
    this.updateAndFocus();
  }

  close(done?: string): void {
    const { activity } = this.#core.ready;
    if (activity.kind === 'flow') activity.flow.disconnected?.();
    const key = activity.kind === 'none' ? null : activity.key;
    this.#core.change({ activity: { kind: 'none' }, done: done ?? null });
    this.updateAndFocus({ key, orHome: true });
    if (done) this.say('status', done);
    emit(this.element, 'billing-view', { view: 'overview' });
  }

  update(): void {
    this.#core.update();
  }

  updateAndFocus(target?: FocusTarget): void {
    this.#core.updateAndFocus(target);
  }

  adopt(subscription: Subscription): void {
    this.#core.change({ overview: replaceSubscription(this.overview, subscription) });
  }

  /** As many invoices stay in the list as the customer had loaded. */
  async refresh(): Promise<boolean> {
    const { run, element } = this.#core;
    try {
      const query = scopeOf(element);
      const first = inScope(await this.api.call('GET /v1/overview', { query }), element);
      const overview = await readFurther(this, first, query);
      if (run !== this.#core.run) return false;
      this.#core.change({ overview });
      return true;
    } catch (error) {
      if (run === this.#core.run) this.fail(error);
      return false;
    }
  }

  async loadInvoices(): Promise<Page<Invoice>> {
    const page = await readNextPage(this, this.overview, scopeOf(this.#core.element));
    this.#core.change({ overview: appendInvoices(this.overview, page) });
    return page;
  }

  say(kind: 'status' | 'alert', text: string): void {
    this.#core.say(kind, text);
  }

  fail(error: unknown): Failure | null {
    const failure = this.#core.fail(error);
    if (!isSessionEnded(error)) return failure;
    this.#core.keep();
    this.#core.show({ kind: 'notice', render: () => this.#signedOut() });
    this.updateAndFocus();
    emit(this.element, 'billing-auth-required', {});
    return null;
  }

  /** Says what is missing on the element. */
  explainFault(fault: SetupFault): void {
    warnOfFault(fault);
    this.#core.show({ kind: 'notice', render: () => setupScreen(this, fault) });
  }

  /** Shows why nobody could be signed in. */
  explainFailure(failure: Failure): void {
    warnOfFailure(failure);
    const render = (): TemplateResult =>
      html`${heading(this.words.t('failure.load-title'))}
      ${failureNote(this, failure, { onClick: this.#again })}`;
    this.#core.show({ kind: 'notice', render });
  }

  #signedOut(): TemplateResult {
    const label = this.words.t('action.reload');
    return html`${heading(this.words.t('ended.title'))}
      <p>${this.words.t('ended.text')}</p>
      <div class="actions">${button({ label, kind: 'primary', onClick: this.#again })}</div>`;
  }

  /** The customer asked for it, so the focus follows. */
  readonly #again = (): void => {
    void this.#core.start().then(() => this.updateAndFocus({ orHome: true }));
  };
}
