import { describe, expect, it } from 'vitest';
import { call } from '../testing/call.ts';
import { setStage } from '../testing/stage.ts';

const path = '/v1/customers';

describe('admission', () => {
  it.each([
    ['no key', ''],
    ['an unknown key', 'sk_test_other'],
  ])('refuses %s', async (_name, key) => {
    const { simulator } = await setStage();
    expect(await call(simulator, { path, key })).toMatchObject({
      status: 401,
      error: { type: 'invalid_request_error' },
    });
  });

  it('knows Basic, and refuses one that cannot be read', async () => {
    const { simulator } = await setStage();
    const basic = (value: string) =>
      call(simulator, { path, key: '', headers: { authorization: `Basic ${value}` } });
    expect(await basic(btoa('sk_test_simulator:'))).toMatchObject({ status: 200 });
    expect(await basic('%%%')).toMatchObject({ status: 401 });
  });

  it('speaks one version, says so in every answer, and refuses the others', async () => {
    const { simulator } = await setStage();
    const version = (value: string) =>
      call(simulator, { path, headers: { 'stripe-version': value } });
    const right = await version('2026-10-28.endive');
    expect(right.status).toBe(200);
    expect(right.headers.get('stripe-version')).toBe('2026-10-28.endive');
    expect((await call(simulator, { path })).headers.get('stripe-version')).toBe(
      '2026-10-28.endive',
    );
    const wrong = await version('2024-06-20');
    expect(wrong.status).toBe(400);
    expect(wrong.error?.message).toContain('Invalid Stripe API version: 2024-06-20');
  });

  it.each([
    ['JSON', 'application/json', '{"name":"a"}'],
    ['several parts', 'multipart/form-data; boundary=x', '--x--'],
    ['something else', 'application/x-www-form-urlencoded-not', 'name=a'],
  ])('takes forms, and not %s', async (_name, type, form) => {
    const { simulator } = await setStage();
    const answer = await call(simulator, {
      method: 'POST',
      path,
      form,
      headers: { 'content-type': type },
    });
    expect(answer.status).toBe(400);
    expect(answer.error?.message).toContain('application/x-www-form-urlencoded');
  });

  it('takes a form that names its character set, and a POST without a body', async () => {
    const { simulator } = await setStage();
    const headers = { 'content-type': 'application/x-www-form-urlencoded; charset=utf-8' };
    const form = 'name=a';
    expect(await call(simulator, { method: 'POST', path, form, headers })).toMatchObject({
      status: 200,
    });
    expect(await call(simulator, { method: 'POST', path })).toMatchObject({ status: 200 });
  });

  it('has no connected accounts', async () => {
    const { simulator } = await setStage();
    const headers = { 'stripe-account': 'acct_1' };
    expect(await call(simulator, { path, headers })).toMatchObject({
      status: 403,
      error: { code: 'account_invalid' },
    });
  });

  it('answers 404 for what it does not know, with a request id', async () => {
    const { simulator } = await setStage();
    const nowhere = await call(simulator, { path: '/v1/nonsense' });
    expect(nowhere.status).toBe(404);
    expect(nowhere.error?.message).toContain('Unrecognized request URL (GET: /v1/nonsense)');
    expect(nowhere.headers.get('request-id')).toMatch(/^req_[A-Za-z0-9]{14}$/);
    expect(await call(simulator, { method: 'PUT', path })).toMatchObject({ status: 404 });
  });

  it('takes an empty id for the whole list, as Stripe does', async () => {
    const { simulator } = await setStage();
    expect(await call(simulator, { path: '/v1/customers/' })).toMatchObject({
      status: 200,
      body: { object: 'list' },
    });
  });
});
