import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { setStage, type Caller, type Stage } from '../../testing/stage.ts';

let stage: Stage;
let call: Caller;
let id: string;
beforeEach(async () => {
  stage = await setStage();
  call = await stage.as('monthly');
  id = (await call('GET /v1/overview')).body.subscriptions[0]?.id ?? '';
  stage.simulator.ledger.forget();
});
afterEach(() => stage.stop());

const apply = (code: string) =>
  call('POST /v1/subscriptions/:id/promotion-code', { id, body: { code } });

const look = async (promotionCode?: string) => {
  const wish = { priceId: stage.catalogue.prices.proYearly };
  const body = promotionCode === undefined ? wish : { ...wish, promotionCode };
  return (await call('POST /v1/subscriptions/:id/preview', { id, body })).body;
};

const confirm = (previewToken: string) =>
  call('POST /v1/subscriptions/:id/change', { id, body: { previewToken } });

const put = () => stage.simulator.ledger.entries().filter(({ kind }) => kind === 'discount.put');

async function discounts(): Promise<number> {
  return (await stage.stripe.subscriptions.retrieve(id)).discounts.length;
}

describe('T54 several codes, one code twice, codes at the same moment', () => {
  it('a second code is refused, and the first stays', async () => {
    expect((await apply('WELCOME20')).status).toBe(200);
    for (const code of ['FIVEOFF', 'LOYAL']) expect((await apply(code)).status).toBe(403);
    expect([put().length, await discounts()]).toEqual([1, 1]);
  });

  it('one code twice, in whatever case, is one discount', async () => {
    for (const code of ['WELCOME20', 'welcome20', ' Welcome20 ']) {
      expect((await apply(code)).status).toBe(200);
    }
    expect([put().length, await discounts()]).toEqual([1, 1]);
  });

  it('eight at the same moment, of three codes, are one discount', async () => {
    const codes = [
      'WELCOME20',
      'FIVEOFF',
      'LOYAL',
      'WELCOME20',
      'FIVEOFF',
      'LOYAL',
      'LOYAL',
      'FIVEOFF',
    ];
    const answers = await Promise.all(codes.map(apply));
    expect(answers.filter(({ status }) => status === 200).length).toBeGreaterThan(0);
    expect(answers.filter(({ status }) => status >= 500)).toEqual([]);
    expect([put().length, await discounts()]).toEqual([1, 1]);
  });

  it('a code that is put on while a preview with another is open makes it void', async () => {
    const { previewToken } = await look('FIVEOFF');
    expect((await apply('WELCOME20')).status).toBe(200);
    const { status, problem } = await confirm(previewToken);
    expect([status, problem.code]).toEqual([422, 'promotion-code-invalid']);
    expect([put().length, await discounts()]).toEqual([1, 1]);
  });

  it('a code that is put on while a preview without is open: the customer is asked again', async () => {
    const { previewToken } = await look();
    expect((await apply('WELCOME20')).status).toBe(200);
    expect((await confirm(previewToken)).problem.code).toBe('amount-changed');
  });

  it('a code for one invoice is good once, though it leaves no trace on the subscription', async () => {
    const { previewToken } = await look('FIVEOFF');
    expect((await confirm(previewToken)).body.status).toBe('done');
    expect((await apply('FIVEOFF')).status).toBeGreaterThanOrEqual(200);
    expect(put().length).toBeLessThanOrEqual(1);
  });
});
