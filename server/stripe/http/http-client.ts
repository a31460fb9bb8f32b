import { Stripe } from 'stripe';
import type { Answer, Ask } from './ask.ts';

type MakeRequest = InstanceType<typeof Stripe.HttpClient>['makeRequest'];

/**
 * The SDK's client over any way to ask. The SDK's own one for Node measures only how long a line is
 * silent: a body that drips goes on for ever. Here an answer comes whole and in time, or not at
 * all, and what is no JSON has not come from Stripe: the SDK then tries once more with the same
 * key, and a change whose answer was lost counts as one that is not known.
 */
export class WholeAnswers extends Stripe.HttpClient {
  readonly #ask: Ask;

  constructor(ask: Ask) {
    super();
    this.#ask = ask;
  }

  override getClientName(): string {
    return 'portico';
  }

  override async makeRequest(
    ...[host, port, path, method, headers, body, protocol, timeoutMs]: Parameters<MakeRequest>
  ): Promise<WholeAnswer> {
    const answer = await this.#ask({
      url: `${protocol === 'http' ? 'http' : 'https'}://${host}:${port}${path}`,
      method,
      headers: asText(headers),
      body: body || (method === 'POST' ? '' : undefined),
      timeoutMs,
    });
    return new WholeAnswer(answer, JSON.parse(answer.text));
  }
}

class WholeAnswer extends Stripe.HttpClientResponse {
  readonly #answer: Answer;
  readonly #json: unknown;

  constructor(answer: Answer, json: unknown) {
    super(answer.status, answer.headers);
    this.#answer = answer;
    this.#json = json;
  }

  override getRawResponse(): Answer {
    return this.#answer;
  }

  override async toJSON(): Promise<unknown> {
    return this.#json;
  }
}

/** As the SDK's own clients do: what is not set is not sent. */
function asText(headers: Parameters<MakeRequest>[4]): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      value === undefined || value === null
        ? []
        : [[name, Array.isArray(value) ? value.join(', ') : `${value}`]],
    ),
  );
}
