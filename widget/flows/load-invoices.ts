import { html, type TemplateResult } from 'lit';
import type { Failure } from '../failure.ts';
import type { Flow, Portal } from '../flow.ts';
import { failureNote, failureText } from '../views/failure-note.ts';

export function openLoadInvoices(portal: Portal): Flow {
  return new LoadInvoices(portal);
}

type State =
  | { kind: 'working' }
  | { kind: 'failed'; failure: Failure | null }
  /** The customer has read on until there was no more. */
  | { kind: 'end' };

/** Reads the next page of invoices and says how many came. */
class LoadInvoices implements Flow {
  readonly place = 'invoices';
  readonly #portal: Portal;
  #hasStarted = false;
  #state: State = { kind: 'working' };

  constructor(portal: Portal) {
    this.#portal = portal;
  }

  get isBusy(): boolean {
    return this.#state.kind === 'working';
  }

  render(): TemplateResult {
    switch (this.#state.kind) {
      case 'working':
        return html``;
      case 'failed':
        return html`${failureNote(this.#portal, this.#state.failure, {
          onClick: () => void this.#run(),
        })}`;
      case 'end':
        // The button that had the focus is gone: what stands in its place takes it.
        return html`<p class="muted" data-heading tabindex="-1">
          ${this.#portal.words.t('invoices.all-loaded')}
        </p>`;
    }
  }

  connected(): void {
    if (!this.#hasStarted) void this.#run();
  }

  async #run(): Promise<void> {
    const { words } = this.#portal;
    this.#hasStarted = true;
    this.#show({ kind: 'working' });
    try {
      const page = await this.#portal.loadInvoices();
      this.#show({ kind: 'end' });
      if (page.nextCursor === null) this.#portal.updateAndFocus();
      else this.#portal.close();
      this.#portal.say('status', words.t('invoices.loaded', { count: page.data.length }));
    } catch (error) {
      const failure = this.#portal.fail(error);
      if (failure) this.#portal.say('alert', failureText(this.#portal, failure));
      this.#show({ kind: 'failed', failure });
    }
  }

  #show(state: State): void {
    this.#state = state;
    this.#portal.update();
  }
}
