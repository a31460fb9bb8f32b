import type { Asked } from './asked.ts';
import type { Exchange } from './exchange.ts';
import type { Raw } from './form.ts';
import type { Answer } from './reply.ts';

/** One call that came with a secret key. */
export interface RecordedRequest {
  method: string;
  path: string;
  /** As the form said it: all values are text. */
  params: { [key: string]: Raw };
  status: number;
  requestId: string;
  idempotencyKey: string | null;
}

/** Remembers what was asked with a secret key, and lets somebody listen to all of it. */
export class Traffic {
  readonly #onExchange: ((exchange: Exchange) => void) | undefined;
  #recorded: RecordedRequest[] = [];

  constructor(onExchange: ((exchange: Exchange) => void) | undefined) {
    this.#onExchange = onExchange;
  }

  heard({ route, path, form, access, ...asked }: Asked, { status, body }: Answer): void {
    const { method } = route;
    const called = { method, path, params: form, status };
    this.#onExchange?.({ ...called, route: route.path, body: JSON.parse(body), access });
    const { requestId, idempotencyKey } = asked;
    if (access === 'secret') this.#recorded.push({ ...called, requestId, idempotencyKey });
  }

  requests(): RecordedRequest[] {
    return [...this.#recorded];
  }

  forget(): void {
    this.#recorded = [];
  }
}
