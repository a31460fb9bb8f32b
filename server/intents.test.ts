import { describe, expect, it } from 'vitest';
import { createIntents } from './intents.ts';
import { createMemoryStore } from './store/memory-store.ts';
import { StoreUnavailable, type Store } from './store/store.ts';

const INTENT = {
  customerId: 'cus_1',
  intentId: '0ba9a1f0-6a3e-4f3f-9a86-7b9a4f7f3c11',
  request: 'POST /v1/subscriptions/sub_1/cancel {}',
};

function open(changes: Partial<Store> = {}) {
  let time = 1_000_000;
  const store = { ...createMemoryStore(() => time * 1_000), ...changes };
  const troubles: unknown[] = [];
  const onTrouble = (error: StoreUnavailable): void => void troubles.push(error);
  const intents = createIntents({ store, now: () => time, onTrouble });
  return { intents, troubles, pass: (seconds: number) => void (time += seconds) };
}

describe('an intent', () => {
  it('may be sent again for the same thing, in whatever case its id is written', async () => {
    const { intents } = open();
    await intents.claim(INTENT);
    await intents.claim(INTENT);
    await intents.claim({ ...INTENT, intentId: INTENT.intentId.toUpperCase() });
  });

  it('is refused for another thing', async () => {
    const { intents } = open();
    await intents.claim(INTENT);
    const other = { ...INTENT, request: 'POST /v1/subscriptions/sub_2/cancel {}' };
    await expect(intents.claim(other)).rejects.toMatchObject({ code: 'intent-changed' });
  });

  it('is each customer’s own', async () => {
    const { intents } = open();
    await intents.claim(INTENT);
    await intents.claim({ ...INTENT, customerId: 'cus_2', request: 'something else' });
  });

  it('ends before Stripe forgets its keys', async () => {
    const { intents, pass } = open();
    await intents.claim(INTENT);
    pass(20 * 3600);
    await intents.claim(INTENT);
    pass(1);
    await expect(intents.claim(INTENT)).rejects.toMatchObject({ code: 'intent-changed' });
  });

  it('goes on without a store, and is still refused for another thing, or too late', async () => {
    const add = () => Promise.reject(new StoreUnavailable('down'));
    const { intents, troubles, pass } = open({ add });
    await intents.claim(INTENT);
    await intents.claim(INTENT);
    expect(troubles).toHaveLength(2);
    const other = { ...INTENT, request: 'another' };
    await expect(intents.claim(other)).rejects.toMatchObject({ code: 'intent-changed' });
    pass(20 * 3600 + 1);
    await expect(intents.claim(INTENT)).rejects.toMatchObject({ code: 'intent-changed' });
  });

  it('is still known here after the store was emptied', async () => {
    let store = createMemoryStore(() => 0);
    const add: Store['add'] = (...all) => store.add(...all);
    const { intents } = open({ add, get: (key) => store.get(key) });
    await intents.claim(INTENT);
    store = createMemoryStore(() => 0);
    const other = { ...INTENT, request: 'another' };
    await expect(intents.claim(other)).rejects.toMatchObject({ code: 'intent-changed' });
  });

  it('that another instance was refused is good where it was taken', async () => {
    const store = createMemoryStore(() => 0);
    const [first, second] = [open(store).intents, open(store).intents];
    await first.claim(INTENT);
    const other = { ...INTENT, request: 'another' };
    await expect(second.claim(other)).rejects.toMatchObject({ code: 'intent-changed' });
    await second.claim(INTENT);
  });

  it('is still known as used when Stripe may have forgotten it', async () => {
    const { intents, pass } = open();
    await intents.claim(INTENT);
    pass(48 * 3600 - 1);
    await expect(intents.claim(INTENT)).rejects.toMatchObject({ code: 'intent-changed' });
    pass(1);
    await intents.claim(INTENT);
  });

  it('is refused where what it was used for is just being forgotten', async () => {
    const { intents } = open({ add: async () => false, get: async () => null });
    await expect(intents.claim(INTENT)).rejects.toMatchObject({ code: 'intent-changed' });
  });

  it('does not go on after a fault of our own', async () => {
    const { intents, troubles } = open({ add: () => Promise.reject(new Error('a fault')) });
    await expect(intents.claim(INTENT)).rejects.toThrow('a fault');
    expect(troubles).toEqual([]);
  });
});
