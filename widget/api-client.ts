import {
  INTENT_HEADER,
  type Api,
  type Endpoint,
  type RenewResult,
  type Result,
  type SessionRequest,
  type SessionResult,
} from '../contract/api.ts';
import { ProblemError } from './failure.ts';
import { send, signIn, urlOf } from './send.ts';

export interface ApiClientOptions {
  /** Where the server is, without `/v1`. */
  api: string;
  /** Who to sign in as; asked whenever a session is opened. */
  identity: () => SessionRequest;
  /** Where somebody has signed in already. */
  token?: SessionToken;
  fetch?: typeof fetch;
  /** Milliseconds, as `Date.now`. */
  now?: () => number;
  readTimeoutMs?: number;
  mutationTimeoutMs?: number;
}

export interface SessionToken {
  text: string;
  receivedAtMs: number;
  expiresAtMs: number;
}

/** Calls that change something, and so must say which intent they belong to. */
type Mutation = Exclude<
  Endpoint,
  `GET ${string}` | `${string}/preview` | `POST /v1/sessions${string}`
>;

export type CallOptions<E extends Endpoint> = (E extends `${string}/:id${string}`
  ? { params: { id: string } }
  : unknown) &
  (Api[E] extends { body: infer B } ? { body: B } : unknown) &
  (Api[E] extends { query: infer Q } ? { query?: Q } : unknown) &
  (E extends Mutation ? { intent: string } : unknown);

type CallArguments<E extends Endpoint> =
  object extends CallOptions<E> ? [options?: CallOptions<E>] : [options: CallOptions<E>];

interface AnyOptions {
  params?: { id: string };
  body?: unknown;
  query?: Record<string, string | undefined>;
  intent?: string;
}

const RENEW_WHEN_LEFT_MS = 120_000;
const RENEW_WHEN_OLD_MS = 240_000;
const RENEW_AT_MOST_EVERY_MS = 30_000;

/**
 * Speaks to the server. Holds the session's token (in memory only), renews it while it is used,
 * and opens a new session once where the old one has ended.
 */
export class ApiClient {
  readonly #options: ApiClientOptions;
  #token: SessionToken | null;
  #renewal: Promise<void> | null = null;
  #reopening: Promise<SessionResult> | null = null;

  constructor(options: ApiClientOptions) {
    this.#options = options;
    this.#token = options.token ?? null;
  }

  /** Signs in, whether or not somebody is. */
  async openSession(): Promise<SessionResult> {
    const { api, identity, fetch, readTimeoutMs: timeoutMs = 10_000 } = this.#options;
    const result = await signIn({ api, identity: identity() }, { fetch, timeoutMs });
    this.#keep(result);
    return result;
  }

  /**
   * @throws {ProblemError} where the server refuses; `session-expired` where no new session can be
   * had either. @throws {ConnectionError} where no answer came.
   */
  async call<E extends Endpoint>(endpoint: E, ...[options]: CallArguments<E>): Promise<Result<E>> {
    await this.renewIfDue();
    const loose: AnyOptions = options ?? {};
    try {
      return await this.#send<Result<E>>(endpoint, loose);
    } catch (error) {
      if (!isSessionEnded(error)) throw error;
      await this.#reopen(error);
      return this.#send<Result<E>>(endpoint, loose);
    }
  }

  /** Call it whenever the customer does something: a session in use does not end. Never throws. */
  async renewIfDue(): Promise<void> {
    const token = this.#token;
    if (!token) return;
    const now = this.#now();
    const ageMs = now - token.receivedAtMs;
    const isDue =
      ageMs > RENEW_WHEN_OLD_MS ||
      (ageMs > RENEW_AT_MOST_EVERY_MS && now > token.expiresAtMs - RENEW_WHEN_LEFT_MS);
    if (!isDue) return this.#renewal ?? undefined;
    this.#renewal ??= this.#renew().finally(() => (this.#renewal = null));
    return this.#renewal;
  }

  async #renew(): Promise<void> {
    try {
      this.#keep(await this.#send<RenewResult>('POST /v1/sessions/renew', {}));
    } catch {
      // The call that follows finds out by itself, and opens a new session if need be.
    }
  }

  /** One new session for all calls that found the old one ended. */
  async #reopen(ended: unknown): Promise<void> {
    this.#token = null;
    this.#reopening ??= this.openSession().finally(() => (this.#reopening = null));
    try {
      await this.#reopening;
    } catch (error) {
      throw error instanceof ProblemError && error.problem.status === 401 ? ended : error;
    }
  }

  #keep(result: RenewResult): void {
    this.#token = tokenOf(result, this.#now());
  }

  #now(): number {
    return (this.#options.now ?? Date.now)();
  }

  async #send<T>(endpoint: Endpoint, options: AnyOptions): Promise<T> {
    const { fetch, readTimeoutMs = 10_000, mutationTimeoutMs = 20_000 } = this.#options;
    const isMutation = options.intent !== undefined;
    const [method = 'GET'] = endpoint.split(' ');
    return send<T>(this.#url(endpoint, options), {
      method,
      headers: this.#headers(options),
      body: options.body,
      timeoutMs: isMutation ? mutationTimeoutMs : readTimeoutMs,
      isMutation,
      fetch,
    });
  }

  #headers({ body, intent }: AnyOptions): Record<string, string> {
    if (!this.#token) return {};
    return {
      Authorization: `Bearer ${this.#token.text}`,
      ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
      ...(intent === undefined ? {} : { [INTENT_HEADER]: intent }),
    };
  }

  #url(endpoint: Endpoint, { params, query }: AnyOptions): string {
    const path = endpoint
      .slice(endpoint.indexOf('/'))
      .replace(':id', () => encodeURIComponent(params?.id ?? ''));
    const search = new URLSearchParams();
    for (const [name, value] of Object.entries(query ?? {}))
      if (value !== undefined) search.set(name, value);
    return urlOf(this.#options.api, search.size ? `${path}?${search}` : path);
  }
}

export function tokenOf({ token, expiresAt }: RenewResult, receivedAtMs: number): SessionToken {
  return { text: token, receivedAtMs, expiresAtMs: expiresAt * 1000 };
}

export function isSessionEnded(error: unknown): boolean {
  return error instanceof ProblemError && error.problem.code === 'session-expired';
}
