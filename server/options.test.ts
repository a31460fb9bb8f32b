import { describe, expect, it } from 'vitest';
import { makeSecret } from './auth/secrets.ts';
import { readOptions, type Environment } from './options.ts';
import { readTextFile } from './text-file.ts';

const test = {
  STRIPE_SECRET_KEY: 'sk_test_123',
  STRIPE_PUBLISHABLE_KEY: 'pk_test_123',
  PORTICO_SECRET: makeSecret('test'),
};
const live = {
  STRIPE_SECRET_KEY: 'rk_live_123',
  STRIPE_PUBLISHABLE_KEY: 'pk_live_123',
  PORTICO_SECRET: makeSecret('live'),
  PORTICO_ALLOWED_ORIGINS: 'https://app.example.com',
};

describe('the options', () => {
  it('need three variables in test mode', () => {
    const options = readOptions(test);
    expect(options.mode).toBe('test');
    expect(options.allowedOrigins).toBeNull();
    expect(options.portals.get('default')?.secrets).toEqual([test.PORTICO_SECRET]);
  });

  it('take several secrets, while one is being replaced', () => {
    const secrets = [makeSecret('live'), makeSecret('live')];
    const options = readOptions({ ...live, PORTICO_SECRET: secrets.join(', ') });
    expect(options.portals.get('default')?.secrets).toEqual(secrets);
  });

  it.each<[string, Environment, string]>([
    ['no Stripe key', { ...test, STRIPE_SECRET_KEY: undefined }, 'STRIPE_SECRET_KEY must be'],
    [
      'keys of two modes',
      { ...test, STRIPE_PUBLISHABLE_KEY: 'pk_live_1' },
      'STRIPE_PUBLISHABLE_KEY',
    ],
    ['no portal secret', { ...test, PORTICO_SECRET: '' }, 'PORTICO_SECRET is missing'],
    [
      'a weak secret',
      { ...test, PORTICO_SECRET: 'changeme' },
      'PORTICO_SECRET is not a Portico secret',
    ],
    [
      'a guessable secret',
      { ...test, PORTICO_SECRET: `prt_test_${'a'.repeat(43)}` },
      'too easy to guess',
    ],
    [
      'a secret of the other mode',
      { ...live, PORTICO_SECRET: makeSecret('test') },
      'is a test secret',
    ],
    [
      'no origins with a live key',
      { ...live, PORTICO_ALLOWED_ORIGINS: ' ' },
      'PORTICO_ALLOWED_ORIGINS must list',
    ],
    [
      'an origin with a path',
      { ...live, PORTICO_ALLOWED_ORIGINS: 'https://a.example/x' },
      'Write scheme and host only, like https://a.example',
    ],
    [
      'a simulator with a live key',
      { ...live, STRIPE_API_BASE: 'http://localhost:1' },
      'STRIPE_API_BASE is refused',
    ],
    [
      'a blank webhook secret',
      { ...test, STRIPE_WEBHOOK_SECRET: '' },
      'STRIPE_WEBHOOK_SECRET must be',
    ],
    [
      'no pace at all',
      { ...test, PORTICO_STRIPE_CALLS_PER_SECOND: '0' },
      'PORTICO_STRIPE_CALLS_PER_SECOND must be a whole number',
    ],
    ['a port that is none', { ...test, PORT: '80x' }, 'PORT must be'],
    [
      'a file that is not there',
      { ...test, PORTICO_CONFIG: '/nowhere.json' },
      'PORTICO_CONFIG: the file /nowhere.json cannot be read.',
    ],
    [
      'a portal file twice',
      { ...test, PORTICO_CONFIG: '/nowhere.json', PORTICO_CONFIG_JSON: '{}' },
      'are both set',
    ],
    [
      'a wrong line in the variable that stands for the file',
      { ...test, PORTICO_CONFIG_JSON: '{\n  "local": "de"\n}' },
      'PORTICO_CONFIG_JSON, line 2, column 3: "local" is not a setting. Did you mean "locale"?',
    ],
  ])('stop the start on %s', (_, environment, message) => {
    expect(() => readOptions(environment, readTextFile)).toThrow(message);
  });

  it('take the portal file as a variable where there are no files', () => {
    const options = readOptions({ ...test, PORTICO_CONFIG_JSON: '{"locale": "de"}' });
    expect(options.portals.get('default')?.settings.locale).toBe('de');
    expect(() => readOptions({ ...test, PORTICO_CONFIG: 'portal.json' })).toThrow(
      'Put its text into PORTICO_CONFIG_JSON.',
    );
  });

  it('say everything that is wrong at once, and never a secret', () => {
    const weak = { STRIPE_SECRET_KEY: 'sk_nope_hidden', PORTICO_SECRET: 'hidden-too' };
    expect(() => readOptions(weak)).toThrow(
      /STRIPE_SECRET_KEY.*\n.*PORTICO_SECRET.*\n.*STRIPE_PUBL/s,
    );
    expect(() => readOptions(weak)).not.toThrow('hidden');
  });
});
