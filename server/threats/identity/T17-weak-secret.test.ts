import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { makeSecret } from '../../auth/secrets.ts';
import { readOptions } from '../../options.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const random = makeSecret('test').slice('prt_test_'.length);
const start = (secret: string | undefined, more: Record<string, string> = {}) => {
  readOptions({
    STRIPE_SECRET_KEY: 'sk_test_123',
    STRIPE_PUBLISHABLE_KEY: 'pk_test_123',
    PORTICO_SECRET: secret,
    ...more,
  });
};

const WEAK: [string, string | undefined][] = [
  ['missing', undefined],
  ['empty', ''],
  ['blank', '   '],
  ['a word', 'changeme'],
  ['short', `prt_test_${random.slice(1)}`],
  ['long', `prt_test_${random}x`],
  ['without prefix', random],
  ['one letter again and again', `prt_test_${'a'.repeat(43)}`],
  ['a word again and again', `prt_test_${'correct-horse-battery'.repeat(3).slice(0, 43)}`],
  ['the alphabet', 'prt_test_abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQ'],
  ['of live mode', `prt_live_${random}`],
  ['a good and a weak one', `prt_test_${random},changeme`],
];

describe('T17 a secret that is missing, weak, known or used for something else', () => {
  it.each(WEAK)(
    'stops the start, which names the variable and never the value: %s',
    (_, secret) => {
      expect(() => start(secret)).toThrow(/PORTICO_SECRET (is|must)/);
      if (secret === undefined || secret.trim() === '') return;
      for (const part of secret.split(',')) expect(() => start(secret)).not.toThrow(part);
    },
  );

  it('stops the start where it is a key of Stripe, or in one', () => {
    for (const key of [
      'sk_test_51HabcdefghijklmnopQRSTUV',
      'whsec_abcdefghijklmnopqrstuvwxyz',
      'pk_test_123',
    ]) {
      expect(() => start(key)).toThrow('PORTICO_SECRET is not a Portico secret');
    }
    for (const [name, value] of [
      ['STRIPE_SECRET_KEY', `sk_test_${random.replaceAll('-', '_')}`],
      ['STRIPE_WEBHOOK_SECRET', `whsec_${random.replaceAll('-', '_')}`],
    ] as const) {
      const secret = `prt_test_${random.replaceAll('-', '_')}`;
      expect(() => start(secret, { [name]: value })).toThrow(
        `PORTICO_SECRET is the same as ${name}`,
      );
    }
  });

  it('stops the start where it can be read in our own documents, snippets and tests', () => {
    const found = new Set<string>();
    for (const folder of ['.', 'docs', 'snippets', 'snippets/vector-cases', 'server/auth']) {
      for (const entry of readdirSync(path.join(root, folder), { withFileTypes: true })) {
        if (!entry.isFile() || !/\.(md|json|mjs|ts)$/.test(entry.name)) continue;
        const text = readFileSync(path.join(root, folder, entry.name), 'utf8');
        for (const [secret] of text.matchAll(/\bprt_(?:test|live)_[\w-]{43}(?![\w-])/g))
          found.add(secret);
      }
    }
    expect(found.size).toBeGreaterThan(1);
    for (const secret of found) {
      expect(() => start(secret.replace('prt_live_', 'prt_test_'))).toThrow('PORTICO_SECRET is');
    }
  });

  it('lets a generated one start', () => {
    for (let round = 0; round < 500; round += 1)
      expect(() => start(makeSecret('test'))).not.toThrow();
  });
});
