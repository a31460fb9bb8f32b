/** One call on the wire. Resolves with an answer that is whole; rejects where none came in time. */
export type Ask = (question: Question) => Promise<Answer>;

export interface Question {
  url: string;
  method: string;
  headers: Record<string, string>;
  body: string | undefined;
  /** For all of it: the connection, the headers and the body to its end. */
  timeoutMs: number;
}

export interface Answer {
  status: number;
  /** Names in lower case. */
  headers: Record<string, string>;
  text: string;
}

/** Far above anything that Stripe answers: a list of a hundred subscriptions has some 600 KB. */
export const MAX_ANSWER_BYTES = 2 * 1024 * 1024;

/** What has come of an answer so far, as text. */
export class Pieces {
  #text = '';
  #bytes = 0;
  readonly #decoder = new TextDecoder();

  /** @throws where it grows beyond anything that Stripe says. */
  add(piece: Uint8Array): void {
    this.#bytes += piece.byteLength;
    if (this.#bytes > MAX_ANSWER_BYTES) throw new Error('The answer of Stripe is too long.');
    this.#text += this.#decoder.decode(piece, { stream: true });
  }

  end(): string {
    return this.#text + this.#decoder.decode();
  }
}
