import { describe, expect, it } from 'vitest';
import { refuseCredentialsIn } from './credentials-in-address.ts';

const HASH = 'b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7';
const TOKEN = 'eyJhbGciOiJI.eyJzdWIiOiJj.dBjftJeZ4CVP';
const refuse = (address: string): void =>
  refuseCredentialsIn(new Request(`https://portal.example${address}`));

describe('an address that carries a credential', () => {
  it.each([
    ['a hash', HASH],
    ['a hash in upper case', HASH.toUpperCase()],
    ['an expiring hash', `v1.1790000000.${HASH}`],
    ['a token', TOKEN],
    ['a portal secret', 'prt_test_abc'],
    ['a portal secret of live mode', 'prt_live_abc'],
    ['a Stripe key', 'sk_test_abc'],
    ['a Stripe key of live mode', 'sk_live_abc'],
    ['a restricted key', 'rk_live_abc'],
    ['the secret of a webhook', 'whsec_abc'],
  ])('is refused wherever it stands: %s', (_, credential) => {
    for (const address of [
      `/v1/invoices/${credential}/links`,
      `/${credential}`,
      `/v1/overview?${credential}`,
      `/v1/overview?a=b&cursor=${credential}`,
      `/v1/overview?cursor=x${encodeURIComponent(`\n${credential}\n`)}x`,
      `/v1/invoices/%20${credential}%20/links`,
    ]) {
      expect(() => refuse(address), address).toThrow('Send tokens in the Authorization header');
    }
  });

  it.each([encodeURIComponent(`sk_test`).replace('_', '%5F'), 'wh%73ec'])(
    'is refused in whatever spelling: %s',
    (name) => {
      expect(() => refuse(`/v1/invoices/${name}_abc`)).toThrow();
      expect(() => refuse(`/v1/overview?a=${name}_abc`)).toThrow();
    },
  );

  it.each([
    '/v1/%E0%A4%A/sk_test_abc',
    '/v1/overview?a=%&b=sk_test_abc',
    `/v1/overview?a=%zz&b=%62${HASH.slice(1)}`,
    `/v1/%zz/wh%73ec_abc`,
    `/v1/overview?a=%C3&b=%65yJ${TOKEN.slice(3)}`,
    `/v1/overview?a=%C3%BC${HASH}%FC`,
    `/v1/overview?a=%${HASH}`,
  ])('is refused where the address itself is broken: %s', (address) => {
    expect(() => refuse(address)).toThrow();
  });

  it.each(['token', 'access_token', 'hash', 'authorization', 'secret', 'session', 'Token'])(
    'is refused by its name, whatever it is: %s',
    (name) => {
      expect(() => refuse(`/v1/overview?${name}=1`)).toThrow();
      expect(() => refuse(`/v1/overview?a=b&${name}`)).toThrow();
    },
  );

  it('is refused as no valid request, and is not repeated', () => {
    try {
      refuse('/v1/overview?a=sk_test_abc');
      expect.unreachable();
    } catch (error) {
      expect(error).toMatchObject({ code: 'invalid-request' });
      expect(JSON.stringify(error) + String(error)).not.toContain('sk_test_abc');
    }
  });
});

describe('an address that carries none', () => {
  it.each([
    '/v1/overview',
    '/v1/invoices?subscriptionId=sub_12345678&cursor=in_12345678',
    '/v1/invoices?cursor=token',
    '/v1/invoices?my_token=1',
    '/v1/sessions',
    '/v1/%E0%A4%A',
    '/v1/invoices?cursor=%',
    `/v1/invoices?cursor=${HASH}0`,
    `/v1/invoices?cursor=0${HASH}`,
    `/v1/invoices?cursor=${HASH.slice(1)}`,
    '/v1/invoices?cursor=eyJhbGciOiJI.eyJzdWIi',
    '/v1/invoices?cursor=eyJhbGc.eyJzdWIiOiJj.dBjftJeZ4CVP',
    '/v1/invoices?cursor=eyJhbGciOiJI.eyJzdWI.dBjftJeZ4CVP',
    '/v1/invoices?cursor=eyJhbGciOiJI.eyJzdWIiOiJj.dBjftJe',
    '/v1/invoices?cursor=pk_test_abc',
    '/v1/invoices?cursor=sk_abc',
  ])('goes on: %s', (address) => {
    expect(() => refuse(address)).not.toThrow();
  });
});
