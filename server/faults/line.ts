import type { StripeSimulator } from '../../demo/stripe/simulator.ts';
import type { Ask, Question } from '../stripe/http/ask.ts';
import { createFetchAsk } from '../stripe/http/fetch-ask.ts';
import type { Trouble, When } from './fault-table.ts';

/** The line from our server to Stripe. It counts calls, and one of them meets the trouble. */
export interface Line {
  ask: Ask;
  /** What was asked since it was armed, or since the start: method and path. */
  calls(): string[];
  /** From now on: the nth call meets it, and, if `times` is 2, what tries the same again. */
  arm(plan: Plan): void;
  calm(): void;
  /** Nothing that this process does has any effect any more. */
  cut(): void;
}

export interface Plan {
  nth: number;
  times: number;
  when: When;
  trouble: Trouble;
  pick: number;
  /** Called when the call is reached. */
  onReached: () => void;
}

type Stored = Map<string, string>;

const STORED_500 = JSON.stringify({ error: { type: 'api_error', message: 'Sorry.' } });

/** @param stored What Stripe keeps of its failures, by key: it outlives our processes. */
export function createLine(simulator: StripeSimulator, stored: Stored): Line {
  const forward = createFetchAsk(async (input, init) => simulator.fetch(new Request(input, init)));
  let calls: string[] = [];
  let plan: Plan | null = null;
  let target = '';
  let isCut = false;

  const meets = (question: Question): Plan | null => {
    if (!plan || plan.times === 0) return null;
    const here = plan.when === 'after' && isBeforeOnly(plan.trouble) ? plan.nth + 1 : plan.nth;
    const name = `${question.method} ${question.url}`;
    if (calls.length !== here && !(target === name && calls.length > here)) return null;
    target = name;
    plan.times -= 1;
    return plan;
  };

  return {
    async ask(question) {
      if (isCut) return never();
      calls.push(`${question.method} ${new URL(question.url).pathname}`);
      const key = question.headers['Idempotency-Key'] ?? question.headers['idempotency-key'];
      const kept = key === undefined ? undefined : stored.get(key);
      if (kept !== undefined) return failure({ 'idempotent-replayed': 'true' });
      const met = meets(question);
      const isAfterwards = met?.when === 'after' && met.trouble.at === 'process';
      if (met && !isAfterwards) met.onReached();
      if (isCut) return never();
      const answer = met
        ? await spoil({ simulator, forward, stored, question, key }, met)
        : await forward(question);
      if (met && isAfterwards) met.onReached();
      return isCut ? never() : answer;
    },
    calls: () => calls,
    arm(next) {
      calls = [];
      target = '';
      plan = { ...next };
    },
    calm() {
      plan = null;
      simulator.faults.queue.clear();
      simulator.faults.waits.release();
    },
    cut() {
      isCut = true;
    },
  };
}

interface Spoiling {
  simulator: StripeSimulator;
  forward: Ask;
  stored: Stored;
  question: Question;
  key: string | undefined;
}

async function spoil({ simulator, forward, stored, question, key }: Spoiling, plan: Plan) {
  const { trouble, when, pick } = plan;
  switch (trouble.at) {
    case 'stripe': {
      const { method, url } = question;
      const match = { method: methodOf(method), path: new URL(url).pathname };
      const side = isBeforeOnly(trouble) ? 'before' : when;
      simulator.faults.queue.add({ match, when: side, times: 1, fault: trouble.fault });
      return forward(question);
    }
    case 'stored-500':
      if (when === 'after') await forward(question);
      if (key !== undefined) stored.set(key, '500');
      return failure({});
    case 'line':
      if (trouble.code === 'silence') return late(question.timeoutMs);
      throw Object.assign(new Error(trouble.code), { code: trouble.code });
    case 'answer': {
      const [pattern, word] = trouble.edits[pick % trouble.edits.length] ?? [/$^/, ''];
      const answer = await forward(question);
      return { ...answer, text: answer.text.replace(pattern, word) };
    }
    case 'bank':
      return {
        status: 402,
        headers: { 'request-id': 'req_declined' },
        text: JSON.stringify({
          error: { type: 'card_error', code: trouble.code, decline_code: trouble.declineCode },
        }),
      };
    default:
      return forward(question);
  }
}

/** What cannot come after an effect of the same call: Stripe says it before it begins. */
function isBeforeOnly(trouble: Trouble): boolean {
  if (trouble.at !== 'stripe') return trouble.at === 'line' || trouble.at === 'bank';
  return trouble.fault.kind === 'status' && trouble.fault.status < 500;
}

function failure(headers: Record<string, string>) {
  const answer = { 'request-id': 'req_stored', 'stripe-should-retry': 'false', ...headers };
  return { status: 500, headers: answer, text: STORED_500 };
}

function methodOf(method: string): 'GET' | 'POST' | 'DELETE' {
  return method === 'GET' || method === 'DELETE' ? method : 'POST';
}

function never(): Promise<never> {
  return new Promise(() => {});
}

function late(timeoutMs: number): Promise<never> {
  return new Promise((_resolve, reject) => {
    setTimeout(() => reject(new Error('No connection in time.')), timeoutMs);
  });
}
