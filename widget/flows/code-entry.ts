import type { Failure } from '../failure.ts';
import type { Portal } from '../flow.ts';
import { failureText } from '../views/failure-note.ts';

/** A promotion code within a review: applied by asking for the preview again. */
export class CodeEntry {
  text = '';
  isOpen = false;
  /** What the preview is asked with; null where there is none. */
  applied: string | null = null;
  failure: Failure | null = null;
  readonly #portal: Portal;
  readonly #preview: () => void;
  #isNew = false;

  constructor(portal: Portal, preview: () => void) {
    this.#portal = portal;
    this.#preview = preview;
  }

  open(): void {
    this.isOpen = true;
    this.#portal.updateAndFocus();
  }

  close(): void {
    this.isOpen = false;
    this.failure = null;
    this.#portal.updateAndFocus();
  }

  apply(): void {
    const code = this.text.trim();
    if (!code) return this.#fail({ kind: 'message', text: this.#portal.words.t('code.empty') });
    this.applied = code;
    this.failure = null;
    this.#isNew = true;
    this.#preview();
  }

  remove(): void {
    this.applied = null;
    this.text = '';
    this.#preview();
  }

  /** The server took the code: say so once. */
  settled(): void {
    if (!this.#isNew || this.applied === null) return;
    this.#isNew = false;
    this.isOpen = false;
    this.#portal.say('status', this.#portal.words.t('code.applied', { code: this.applied }));
  }

  refused(failure: Failure | null): void {
    this.applied = null;
    this.isOpen = true;
    this.#isNew = false;
    this.#fail(failure);
  }

  #fail(failure: Failure | null): void {
    this.failure = failure;
    if (failure) this.#portal.say('alert', failureText(this.#portal, failure));
    this.#portal.updateAndFocus();
  }
}
