import { html, nothing, type TemplateResult } from 'lit';
import type { Failure } from '../failure.ts';
import type { Flow, RequestFor, Place, Portal } from '../flow.ts';
import { openTab } from '../open-tab.ts';
import { safeUrl } from '../safe-url.ts';
import { failureNote, failureText } from '../views/failure-note.ts';
import { note } from '../views/parts.ts';

type Request = RequestFor<'open-invoice'>;

export function openInvoice(portal: Portal, request: Request): Flow {
  return new OpenInvoice(portal, request);
}

type State =
  | { kind: 'working' }
  | { kind: 'failed'; failure: Failure | null }
  | { kind: 'missing' }
  /** The browser held back the new tab: a link that the customer clicks is always let through. */
  | { kind: 'link'; url: string };

/** Fetches the document's address (it changes, and expires) and shows it in the tab that the click opened. */
class OpenInvoice implements Flow {
  readonly place: Place;
  readonly #portal: Portal;
  readonly #request: Request;
  #tab: Window | null;
  #hasStarted = false;
  #state: State = { kind: 'working' };

  constructor(portal: Portal, request: Request) {
    this.#portal = portal;
    this.#request = request;
    this.#tab = request.tab;
    this.place = `invoice:${request.invoiceId}`;
  }

  get isBusy(): boolean {
    return this.#state.kind === 'working';
  }

  render(): TemplateResult {
    const { words } = this.#portal;
    switch (this.#state.kind) {
      case 'working':
        return html`${nothing}`;
      case 'failed':
        return html`${failureNote(this.#portal, this.#state.failure, {
          onClick: () => this.#again(),
        })}`;
      case 'missing':
        return note('plain', words.t('invoices.no-document'));
      case 'link':
        return note(
          'info',
          words.t('invoices.blocked'),
          html`<a
            href=${this.#state.url}
            target="_blank"
            rel="noopener noreferrer"
            data-heading
            @click=${() => this.#portal.close()}
            >${words.t('invoices.open-link')}</a
          >`,
        );
    }
  }

  connected(): void {
    if (!this.#hasStarted) void this.#run();
  }

  #again(): void {
    this.#tab = openTab();
    void this.#run();
  }

  async #run(): Promise<void> {
    this.#hasStarted = true;
    this.#show({ kind: 'working' });
    const { invoiceId: id, document } = this.#request;
    try {
      const links = await this.#portal.api.call('GET /v1/invoices/:id/links', { params: { id } });
      this.#lead(document === 'pdf' ? links.pdfUrl : links.hostedUrl);
    } catch (error) {
      this.#tab?.close();
      const failure = this.#portal.fail(error);
      if (failure) this.#portal.say('alert', failureText(this.#portal, failure));
      this.#show({ kind: 'failed', failure });
    }
  }

  #lead(told: string | null): void {
    const url = safeUrl(told, location.protocol);
    if (url === null) {
      this.#tab?.close();
      this.#portal.say('alert', this.#portal.words.t('invoices.no-document'));
      return this.#show({ kind: 'missing' });
    }
    if (!this.#tab || this.#tab.closed) {
      this.#show({ kind: 'link', url });
      return this.#portal.updateAndFocus();
    }
    this.#tab.location.replace(url);
    this.#show({ kind: 'failed', failure: null });
    this.#portal.close();
  }

  #show(state: State): void {
    this.#state = state;
    this.#portal.update();
  }
}
