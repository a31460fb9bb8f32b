import type Stripe from 'stripe';

/** What every step of the script has in hand. */
export interface Story {
  stripe: Stripe;
  /** Simulated Unix seconds. */
  readonly now: () => number;
  /** Lets days pass, with everything that falls due in them. */
  readonly pass: (days: number) => void;
  /** What a card holder answers to the bank. */
  readonly confirm: (clientSecret: string | null | undefined) => Promise<void>;
  /** Gives what was made a name, for the steps that come later. */
  readonly call: <Thing extends { id: string }>(name: string, thing: Thing) => Thing;
  /** The id of what was given that name. */
  readonly the: (name: string) => string;
}

export type Step = [line: string, run: (story: Story) => Promise<void>];

export function newCast(): Pick<Story, 'call' | 'the'> {
  const ids = new Map<string, string>();
  return {
    call(name, thing) {
      ids.set(name, thing.id);
      return thing;
    },
    the(name) {
      const id = ids.get(name);
      if (id === undefined) throw new Error(`Nothing was called "${name}".`);
      return id;
    },
  };
}

export const DAY = 86_400;

export function idOf(value: string | { id: string } | null | undefined): string {
  return typeof value === 'string' ? value : (value?.id ?? '');
}

/** A rejection's own words, for steps that must be refused. */
export async function refusal(promise: Promise<unknown>): Promise<Record<string, unknown>> {
  try {
    await promise;
  } catch (error) {
    const message = error instanceof Error ? error.message : '';
    return { ...(error as object), message };
  }
  throw new Error('It was not refused.');
}
