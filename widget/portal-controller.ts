import type { ReactiveController } from 'lit';
import type { SessionResult } from '../contract/api.ts';
import type { Overview, Subscription } from '../contract/billing.ts';
import type { PortalSettings } from '../contract/portal.ts';
import { ApiClient } from './api-client.ts';
import { emit } from './events.ts';
import { briefly, isSessionEnded, toFailure, type Failure } from './failure.ts';
import { startFlow } from './flow-loaders.ts';
import { triggerKey, type Flow, type FlowRequest, type Place, type Portal } from './flow.ts';
import { FocusKeeper, type FocusTarget } from './focus-keeper.ts';
import { loadMore } from './invoice-pages.ts';
import { SILENT, speak } from './live-regions.ts';
import { inScope, replaceSubscription, scopeOf } from './overview-changes.ts';
import type { PortalHost } from './portal-host.ts';
import {
  flowOf,
  isStarting,
  keptActivity,
  type PortalState,
  type ReadyState,
} from './portal-state.ts';
import { identityOf, readSetup, warnOwner, warnOwnerLater } from './setup.ts';
import { ENGLISH, chooseWording } from './wording.ts';

const SLOW_MS = 500;

/** All state of the portal, and everything that changes it. Views only read it. */
export class PortalController implements ReactiveController, Portal {
  state: PortalState = { kind: 'loading' };
  spoken = SILENT;
  words = ENGLISH.words;
  format = ENGLISH.format;
  readonly element: PortalHost;
  #api: ApiClient | null = null;
  /** Counts starts: an answer that belongs to an older one is dropped. */
  #run = 0;
  readonly #focus = new FocusKeeper();
  /** What was on the screen when the session ended; comes back with the same customer. */
  #kept: ReadyState | null = null;
  #isReady = false;

  constructor(element: PortalHost) {
    this.element = element;
    element.addController(this);
  }

  get api(): ApiClient {
    if (!this.#api) throw new Error('There is no session yet.');
    return this.#api;
  }

  get settings(): PortalSettings {
    return this.#ready().settings;
  }

  get overview(): Overview {
    return this.#ready().overview;
  }

  hostConnected(): void {
    this.#flow?.connected?.();
  }

  hostDisconnected(): void {
    this.#flow?.disconnected?.();
  }

  hostUpdated(): void {
    this.#focus.apply(this.element.renderRoot);
  }

  /** Signs in with what the element says now, and draws the overview. */
  async start(): Promise<void> {
    const run = ++this.#run;
    const setup = readSetup(this.element);
    if (typeof setup === 'string') {
      warnOwnerLater(setup, SLOW_MS, () => run !== this.#run);
      return this.#show({ kind: 'misconfigured', fault: setup });
    }
    this.#flow?.disconnected?.();
    const identity = identityOf(this.element, setup.identity);
    this.#api = new ApiClient({ api: setup.api, identity });
    this.#show({ kind: 'loading' });
    const slow = setTimeout(() => this.say('status', this.words.t('status.loading')), SLOW_MS);
    try {
      const opening = this.#api.openSession();
      const [session] = await Promise.all([opening, this.chooseWords()]);
      if (run === this.#run) await this.#opened(session);
    } catch (error) {
      const failure = run === this.#run ? this.fail(error) : null;
      if (failure) this.#show({ kind: 'failed', failure });
      if (failure) warnOwner(failure);
    } finally {
      clearTimeout(slow);
    }
  }

  /** Follows the element's locale and messages. */
  async chooseWords(ready?: { settings: PortalSettings; overview: Overview }): Promise<void> {
    const known = ready ?? (this.state.kind === 'ready' ? this.state : null);
    ({ words: this.words, format: this.format } = await chooseWording({
      element: this.element,
      locale: this.element.locale,
      overrides: this.element.messages,
      settings: known?.settings ?? null,
      preferred: known?.overview.customer.preferredLocales ?? [],
    }));
    this.update();
  }

  flowAt(place: Place): Flow | null {
    const flow = this.#flow;
    return flow?.place === place ? flow : null;
  }

  isStarting(request: FlowRequest): boolean {
    return isStarting(this.state, triggerKey(request));
  }

  open(request: FlowRequest): void {
    void this.#open(request);
  }

  close(done?: string): void {
    const { activity } = this.#ready();
    this.#flow?.disconnected?.();
    this.#focus.request({ key: activity.kind === 'none' ? null : activity.key, orHome: true });
    this.#change({ activity: { kind: 'none' }, done: done ?? null });
    if (done) this.say('status', done);
    emit(this.element, 'billing-view', { view: 'overview' });
  }

  update(): void {
    this.element.requestUpdate();
  }

  updateAndFocus(target: FocusTarget = {}): void {
    this.#focus.request(target);
    this.update();
  }

  adopt(subscription: Subscription): void {
    this.#change({ overview: replaceSubscription(this.overview, subscription) });
  }

  async refresh(): Promise<boolean> {
    const run = this.#run;
    try {
      const overview = await this.api.call('GET /v1/overview', { query: scopeOf(this.element) });
      if (run !== this.#run) return false;
      this.#change({ overview: inScope(overview, this.element), more: { kind: 'idle' } });
      return true;
    } catch (error) {
      if (run === this.#run) this.fail(error);
      return false;
    }
  }

  loadMoreInvoices(): void {
    const run = this.#run;
    void loadMore(this, this.#ready(), (change) => {
      if (run === this.#run) this.#change(change);
    });
  }

  say(kind: 'status' | 'alert', text: string): void {
    this.spoken = speak(this.spoken, kind, text);
    this.update();
  }

  fail(error: unknown): Failure | null {
    const failure = toFailure(error);
    emit(this.element, 'billing-error', briefly(failure));
    if (!isSessionEnded(error)) return failure;
    if (this.state.kind === 'ready') this.#kept = this.state;
    this.#flow?.disconnected?.();
    this.updateAndFocus();
    this.#show({ kind: 'signed-out' });
    emit(this.element, 'billing-auth-required', {});
    return null;
  }

  /** The customer is here: keep the session alive. */
  touched(): void {
    void this.#api?.renewIfDue();
  }

  async #open(request: FlowRequest): Promise<void> {
    const { activity } = this.#ready();
    if (activity.kind === 'starting' || this.#flow?.isBusy) {
      if ('tab' in request) request.tab?.close();
      return;
    }
    this.#flow?.disconnected?.();
    const run = this.#run;
    const key = triggerKey(request);
    this.#change({ activity: { kind: 'starting', key }, done: null });
    try {
      const flow = await startFlow(this, request);
      if (run !== this.#run) return;
      this.#change({ activity: { kind: 'flow', key, flow } });
      emit(this.element, 'billing-view', { view: request.name });
      flow.connected?.();
      this.updateAndFocus();
    } catch {
      if (run !== this.#run) return;
      this.#change({ activity: { kind: 'none' } });
      this.say('alert', this.words.t('failure.code'));
    }
  }

  async #opened(session: SessionResult): Promise<void> {
    const settings = session.portal;
    const overview = inScope(session.overview, this.element);
    const run = this.#run;
    await this.chooseWords({ settings, overview });
    if (run !== this.#run) return;
    const activity = keptActivity(this.#kept, overview);
    this.#kept = null;
    this.#show({ kind: 'ready', settings, overview, activity, more: { kind: 'idle' }, done: null });
    this.#flow?.connected?.();
    if (this.spoken.status) this.say('status', '');
    // The first answer holds the newest invoices of all subscriptions, perhaps none of this one.
    if (this.element.subscriptionId) void this.refresh();
    if (this.#isReady) return;
    this.#isReady = true;
    emit(this.element, 'billing-ready', { customerId: overview.customer.id });
  }

  get #flow(): Flow | null {
    return flowOf(this.state);
  }

  /** The state that views and flows work on; while signed out, the one that is kept for later. */
  #ready(): ReadyState {
    const ready = this.state.kind === 'ready' ? this.state : this.#kept;
    if (!ready) throw new Error('The portal is not ready.');
    return ready;
  }

  #change(change: Partial<ReadyState>): void {
    if (this.state.kind === 'ready') this.#show({ ...this.state, ...change });
  }

  #show(state: PortalState): void {
    this.state = state;
    this.update();
  }
}
