import { nothing, type ReactiveController } from 'lit';
import type { SessionResult } from '../contract/api.ts';
import type { Overview } from '../contract/billing.ts';
import type { PortalSettings } from '../contract/portal.ts';
import { emit } from './events.ts';
import { briefly, toFailure, type Failure } from './failure.ts';
import { triggerKey, type Flow, type FlowRequest, type Place } from './flow.ts';
import { FocusKeeper, type FocusTarget } from './focus-keeper.ts';
import {
  loadFirstMessages,
  loadMessages,
  type FirstKey,
  type Translator,
} from './i18n/messages.ts';
import { SILENT, speak } from './live-regions.ts';
import { closeTab } from './open-tab.ts';
import type { PortalActions } from './portal-actions.ts';
import type { OpenSession, PortalCore } from './portal-core.ts';
import type { PortalHost } from './portal-host.ts';
import {
  flowOf,
  isStarting,
  keptActivity,
  type PortalState,
  type ReadyState,
} from './portal-state.ts';
import { returnedSetupIntent } from './return-url.ts';
import { inScope } from './scope.ts';
import { signIn } from './send.ts';
import { readSetup, type SetupFault } from './setup.ts';
import { ENGLISH, chooseWording } from './wording.ts';

const SLOW_MS = 500;

/** The state of the portal, and the way to its first paint. What can be done then is in portal-actions.ts. */
export class PortalController implements ReactiveController, PortalCore {
  state: PortalState = { kind: 'loading' };
  spoken = SILENT;
  words: Translator<FirstKey> = ENGLISH.words;
  format = ENGLISH.format;
  allWords: Translator | null = null;
  session: OpenSession | null = null;
  run = 0;
  readonly element: PortalHost;
  readonly #focus = new FocusKeeper();
  #actions: Promise<PortalActions> | null = null;
  /** What was on the screen when the session ended; comes back with the same customer. */
  #kept: ReadyState | null = null;
  #isReady = false;

  constructor(element: PortalHost) {
    this.element = element;
    element.addController(this);
  }

  get ready(): ReadyState {
    const ready = this.state.kind === 'ready' ? this.state : this.#kept;
    if (!ready) throw new Error('The portal is not ready.');
    return ready;
  }

  get settings(): PortalSettings {
    return this.ready.settings;
  }

  get overview(): Overview {
    return this.ready.overview;
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
    const run = ++this.run;
    this.#flow?.disconnected?.();
    const setup = readSetup(this.element);
    if (typeof setup === 'string') return this.#explain(setup);
    this.show({ kind: 'loading' });
    const slow = setTimeout(() => this.say('status', this.words.t('status.loading')), SLOW_MS);
    try {
      const [result] = await Promise.all([signIn(setup), this.chooseWords()]);
      if (run !== this.run) return;
      this.session = { ...setup, result, receivedAtMs: Date.now() };
      await this.#opened(result);
    } catch (error) {
      if (run !== this.run) return;
      const failure = this.fail(error);
      const fault = failure.kind === 'connection' ? failure.fault : 'code';
      const show = (): void => this.show({ kind: 'failed', fault });
      // The server answered, so the words for what it says can be had.
      if (failure.kind !== 'problem') show();
      else await this.#act((actions) => actions.explainFailure(failure), show);
    } finally {
      clearTimeout(slow);
    }
  }

  /** Follows the element's locale and messages. Never rejects: the words that are there must do then. */
  async chooseWords(): Promise<void> {
    if (this.allWords) await this.#loadAllWords().catch(() => undefined);
    else
      ({ words: this.words, format: this.format } = await chooseWording(this, loadFirstMessages));
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
    const { activity } = this.ready;
    if (activity.kind === 'starting' || this.#flow?.isBusy) return closeTab(request);
    this.#flow?.disconnected?.();
    this.change({ activity: { kind: 'starting', key: triggerKey(request) }, done: null });
    const fail = (): void => {
      closeTab(request);
      this.change({ activity: { kind: 'none' } });
    };
    void this.#act((actions) => actions.start(request), fail);
  }

  /** Reads the overview anew, without a skeleton. */
  async refresh(): Promise<void> {
    const actions = await this.#loadActions().catch(() => null);
    await actions?.refresh();
  }

  /** The customer is here: keep the session alive, and have the code for what may come. */
  touched(): void {
    if (this.state.kind !== 'ready') return;
    const renew = async (): Promise<void> => (await this.#loadActions()).api.renewIfDue();
    renew().catch(() => undefined);
  }

  keep(): void {
    if (this.state.kind === 'ready') this.#kept = this.state;
    this.#flow?.disconnected?.();
  }

  show(state: PortalState): void {
    this.state = state;
    this.update();
  }

  change(change: Partial<ReadyState>): void {
    if (this.state.kind === 'ready') this.show({ ...this.state, ...change });
  }

  update(): void {
    this.element.requestUpdate();
  }

  updateAndFocus(target: FocusTarget = {}): void {
    this.#focus.request(target);
    this.update();
  }

  say(kind: 'status' | 'alert', text: string): void {
    this.spoken = speak(this.spoken, kind, text);
    this.update();
  }

  fail(error: unknown): Failure {
    const failure = toFailure(error);
    emit(this.element, 'billing-error', briefly(failure));
    return failure;
  }

  async #opened({ portal: settings, overview: all }: SessionResult): Promise<void> {
    const { run } = this;
    const overview = inScope(all, this.element);
    await this.chooseWords();
    if (run !== this.run) return;
    const activity = keptActivity(this.#kept, overview);
    this.#kept = null;
    this.show({ kind: 'ready', settings, overview, activity, done: null });
    this.#flow?.connected?.();
    if (this.spoken.status) this.say('status', '');
    // The first answer holds the newest invoices of all subscriptions, perhaps none of this one.
    if (this.element.subscriptionId) void this.refresh();
    if (this.#isReady) return;
    this.#isReady = true;
    emit(this.element, 'billing-ready', { customerId: overview.customer.id });
    const setupIntentId = returnedSetupIntent(location.search);
    if (setupIntentId) this.open({ name: 'add-payment-method', place: 'methods', setupIntentId });
  }

  /** Does something with the lazy code; where that cannot be had, says so. */
  async #act(work: (actions: PortalActions) => void, onFailure: () => void): Promise<void> {
    const { run } = this;
    try {
      const actions = await this.#loadActions();
      if (run === this.run) work(actions);
    } catch {
      if (run !== this.run) return;
      onFailure();
      this.say('alert', this.words.t('failure.code'));
    }
  }

  /** One for all sign-ins. A failure is not kept: the next call tries afresh. */
  #loadActions(): Promise<PortalActions> {
    this.#actions ??= this.#fetchActions().catch((error: unknown) => {
      this.#actions = null;
      throw error;
    });
    return this.#actions;
  }

  async #fetchActions(): Promise<PortalActions> {
    const [code] = await Promise.all([import('./portal-actions.ts'), this.#loadAllWords()]);
    return new code.PortalActions(this);
  }

  /** Frameworks often set attributes one by one: only what is still missing a moment later counts. */
  #explain(fault: SetupFault): void {
    const { run } = this;
    this.show({ kind: 'notice', render: () => nothing });
    const explain = (actions: PortalActions): void => actions.explainFault(fault);
    setTimeout(() => {
      if (run === this.run) void this.#act(explain, () => undefined);
    }, SLOW_MS);
  }

  get #flow(): Flow | null {
    return flowOf(this.state);
  }

  /** Rejects where not even English can be had. */
  async #loadAllWords(): Promise<void> {
    const { words, format } = await chooseWording(this, loadMessages);
    this.words = this.allWords = words;
    this.format = format;
  }
}
