import { describe, expect, it } from 'vitest';
import { expanded, idOf, isId, type IdKind } from './ids.ts';

const GOOD: Record<IdKind, string[]> = {
  customer: ['cus_12345678', `cus_${'a'.repeat(64)}`],
  subscription: ['sub_1Abc5678'],
  invoice: ['in_1Abc5678'],
  paymentMethod: ['pm_1Abc5678', 'card_1Abc5678', 'src_1Abc5678', 'ba_1Abc5678'],
  setupIntent: ['seti_1Abc5678'],
};
const KINDS = Object.keys(GOOD) as IdKind[];

describe('the shape of an id', () => {
  it.each(KINDS)('of a %s is taken for no other kind', (kind) => {
    for (const id of GOOD[kind]) {
      expect(KINDS.filter((one) => isId(one, id))).toEqual([kind]);
    }
  });

  it.each(KINDS)('of a %s has nothing around it and nothing else in it', (kind) => {
    for (const id of GOOD[kind]) {
      const [prefix = ''] = id.split('_');
      const spoilt = [
        '',
        `${prefix}_`,
        `${prefix}_1234567`,
        `${prefix}_${'a'.repeat(65)}`,
        `x${id}`,
        `${id} `,
        `${id}\n`,
        `/${id}`,
        `${id}/..`,
        `${id}?expand[]=customer`,
        id.toUpperCase(),
        id.replace('_', '-'),
        `${prefix}_1234_5678`,
        `${prefix}_1234567é`,
        `${prefix}_12345678\u0000`,
      ];
      expect(spoilt.filter((one) => isId(kind, one))).toEqual([]);
      expect([[id], { id }, null, 7].filter((one) => isId(kind, one))).toEqual([]);
    }
  });
});

describe('what Stripe sends either as an id or expanded', () => {
  it('has the same id both ways, and none where there is nothing', () => {
    expect(['a', { id: 'a' }, null, undefined].map(idOf)).toEqual(['a', 'a', null, null]);
  });

  it('is an object only where it is expanded', () => {
    const object = { id: 'a' };
    expect([object, 'a', null, undefined].map((one) => expanded(one))).toEqual([
      object,
      null,
      null,
      null,
    ]);
  });
});
