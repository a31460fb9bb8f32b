import { describe, expect, it } from 'vitest';
import { intentKeys } from './intent.ts';

const INTENT = {
  customerId: 'cus_a',
  call: 'POST /v1/subscriptions/sub_1/cancel',
  intentId: '0BA9A1F0-6a3e-4f3f-9a86-7b9a4f7f3c11',
};

describe('the keys of an intent', () => {
  it('are the same whenever, wherever and in whatever case it is sent again', () => {
    const again = { ...INTENT, intentId: INTENT.intentId.toLowerCase() };
    for (const kind of ['key', 'keyOnce'] as const) {
      expect(intentKeys(again)[kind]('pay')).toBe(intentKeys(INTENT)[kind]('pay'));
    }
  });

  it('are others for each customer, call, intent and step', () => {
    const others = [
      intentKeys(INTENT).key('pay'),
      intentKeys(INTENT).key('void'),
      intentKeys({ ...INTENT, customerId: 'cus_b' }).key('pay'),
      intentKeys({ ...INTENT, call: 'POST /v1/subscriptions/sub_2/cancel' }).key('pay'),
      intentKeys({ ...INTENT, intentId: crypto.randomUUID() }).key('pay'),
      intentKeys(INTENT).keyOnce('pay'),
      intentKeys(INTENT).keyOnce('void'),
      intentKeys({ ...INTENT, customerId: 'cus_b' }).keyOnce('pay'),
    ];
    expect(new Set(others).size).toBe(others.length);
  });

  it('keep customer, call, intent and step apart, so that none can pass for another', () => {
    const { key, keyOnce } = intentKeys(INTENT);
    expect(key('pay').split(':')).toEqual([
      'portico',
      INTENT.customerId,
      INTENT.call,
      INTENT.intentId.toLowerCase(),
      'pay',
    ]);
    expect(keyOnce('pay').split(':')).toEqual(['portico', INTENT.customerId, 'pay']);
  });

  it('of a step that is done once per customer do not depend on the intent', () => {
    const other = { ...INTENT, intentId: crypto.randomUUID(), call: 'POST /elsewhere' };
    expect(intentKeys(other).keyOnce('code')).toBe(intentKeys(INTENT).keyOnce('code'));
  });
});
