import { describe, expect, it } from 'vitest';
import { createLog, type LogFields } from '../log.ts';
import { redacting } from './redacting.ts';
import { redact } from './redact.ts';

const hex = '0123456789abcdef'.repeat(4);
const SECRETS: [name: string, secret: string][] = [
  ['a secret key', 'sk_live_51ABCdef'],
  ['a restricted key', 'rk_test_51ABCdef'],
  ['a webhook secret', 'whsec_abcDEF123'],
  ['a portal secret', 'prt_live_abc-DEF_123abc-DEF_123abc-DEF_123abc-DEF_12'],
  ['a hash', hex],
  ['a hash in upper case', hex.toUpperCase()],
  ['most of a hash', hex.slice(0, 50)],
  ['a hash in base64', Buffer.from(hex, 'hex').toString('base64')],
  ['a hash in base64url', Buffer.from(hex, 'hex').toString('base64url')],
  ['an expiring hash', hex.slice(1).padStart(64, 'f')],
  ['a session token', 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJjdXNfMSJ9.c2lnbmF0dXJl'],
  ['half a session token', 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOi'],
  ['any bearer token', 'Bearer abc123'],
  ['the secret of a payment', 'pi_3Abc_secret_4Def'],
  ['the secret of a set-up', 'seti_3Abc_secret_4Def'],
  ['a link to an invoice', 'https://invoice.stripe.com/i/acct_1/test_abc?s=ap'],
  ['a link to a portal', 'https://billing.stripe.com/p/session/test_abc'],
  ['a password in an address', 'redis://user:hunter2@'],
  ['an email', 'ada.lovelace+x@mail.example.com'],
  ['a card', '4242424242424242'],
  ['a card in groups', '4000-0025 0000 3155'],
];

describe('a line of the log', () => {
  it.each(SECRETS)('holds nothing of %s', (_, secret) => {
    for (const [before, after] of [
      ['', ''],
      ['"', '"'],
      ['Invalid key: ', '. Try again'],
      ['x '.repeat(200), ''],
    ]) {
      expect(redact(`${before}${secret}${after}`, 2_000)).not.toContain(secret.slice(-6));
    }
  });

  it('keeps what an operator looks for', () => {
    const text =
      'POST /v1/subscriptions/:id/change req_AbCdEf12345678 cus_NffrFeUfNV2Hib sub_1MowQVLkdIwHu7ixeRlqHVzs 0b1c2d3e-4f50-4162-8374-95a6b7c8d9e0 12 seconds';
    expect(redact(text, 500)).toBe(text);
  });

  it('never cuts a secret so that a part of it stays', () => {
    for (let length = 1; length < 80; length += 1) {
      expect(redact(`${'a '.repeat(10)}${hex}`, length)).not.toContain('0123456789ab');
    }
  });

  it('is one line for every reader, whatever stands in it', () => {
    const lines: string[] = [];
    const log = redacting(createLog((line) => lines.push(line)));
    const text = 'a\r\n{"level":"info"}\u2028b\u0085c\u001B[2Kd\u0000e';
    log('info', text, { advice: text, code: text });
    expect(lines).toHaveLength(1);
    // eslint-disable-next-line no-control-regex
    expect(lines[0]).not.toMatch(/[\u0000-\u001F\u007F-\u009F\u2028\u2029]/);
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ advice: 'a {"level":"info"} b c [2Kd e' });
  });

  it('has only fields of the list, none longer than it may be', () => {
    const lines: string[] = [];
    const log = redacting(createLog((line) => lines.push(line)));
    const fields = { call: 'x'.repeat(5_000), body: 'canary', __proto__: { body: 'canary' } };
    log('info', 'refused', fields satisfies LogFields & { body: string });
    const line = JSON.parse(lines[0] ?? '');
    expect(Object.keys(line).toSorted()).toEqual(['call', 'event', 'level', 'time']);
    expect(line.call).toHaveLength(100);
  });

  it('takes no longer for a hostile text than for any other', () => {
    for (const piece of ['a', '1 ', 'a@', '.', 'eyJ', ':/', 'sk_', '1-', 'a_secret', 'f', '://a']) {
      const begin = performance.now();
      redact(piece.repeat(50_000), 2_000);
      expect(performance.now() - begin, piece).toBeLessThan(500);
    }
  });
});
