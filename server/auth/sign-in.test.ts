import { beforeEach, describe, expect, it } from 'vitest';
import { createLimits, type Asker } from '../limits/limits.ts';
import { createMemoryLimiter } from '../limits/memory-limiter.ts';
import { ProblemError } from '../problem.ts';
import { DEFAULT_SETTINGS } from '../settings.ts';
import { makeSecret } from './secrets.ts';
import { signIn, type SignInContext } from './sign-in.ts';
import { createHashVerifier, signHash, type AcceptedHashes } from './signature.ts';
import { createTokenSigner } from './token.ts';

const NOW = 1_790_000_000;
const ID = 'cus_NffrFeUfNV2Hib';
const EMAIL = 'ada@example.com';
const customer = { type: 'customer', id: ID } as const;
const email = { type: 'email', id: EMAIL } as const;
const now = (): number => NOW;

function portal(name: string, accepted: AcceptedHashes) {
  const secrets = [makeSecret('test')];
  return {
    name,
    secrets,
    settings: DEFAULT_SETTINGS,
    hashes: createHashVerifier({ secrets, accepted, now }),
    sessions: createTokenSigner({ purpose: 'session', portal: name, secrets, now }),
    previews: createTokenSigner({ purpose: 'preview', portal: name, secrets, now }),
  };
}

const portals = {
  default: portal('default', 'both'),
  plain: portal('plain', 'plain'),
  expiring: portal('expiring', 'expiring'),
};
const secretOf = (name: keyof typeof portals): string => portals[name].secrets[0] ?? '';
const secret = secretOf('default');
const right = await signHash(secret, customer, null);
const wrong = '0'.repeat(64);

let askedStripeFor: string[];
let limited: Asker[];
let server: SignInContext;
beforeEach(() => {
  askedStripeFor = [];
  limited = [];
  const limits = createLimits(createMemoryLimiter);
  server = {
    portals: new Map(Object.entries(portals)),
    cache: { customerId: (_, read) => read() },
    account: {
      findCustomerByEmail: async (address) => {
        askedStripeFor.push(address);
        return 'cus_foundByEmail';
      },
    },
    limits: {
      within(rules, asker, work) {
        expect(rules).toEqual(['failed-sign-in']);
        limited.push(asker);
        return limits.within(rules, asker, work);
      },
    },
  };
});

type Request = Parameters<typeof signIn>[1];

/** What the caller is told, and the site owner's log. */
async function refusal(request: Request): Promise<{ code: string; advice: string }> {
  try {
    await signIn(server, request, { ip: '192.0.2.1' });
  } catch (error) {
    if (error instanceof ProblemError)
      return { code: error.code, advice: error.details.advice ?? '' };
    throw error;
  }
  return { code: 'signed in', advice: '' };
}

describe('a sign-in', () => {
  const enter = (request: Request) => signIn(server, request, { ip: '192.0.2.1' });

  it('is that of the customer whose id was signed: nobody is asked, and nothing counted', async () => {
    const { portal: at, customerId } = await enter({ customerId: ID, hash: right });
    expect([at.name, customerId]).toEqual(['default', ID]);
    expect([askedStripeFor, limited]).toEqual([[], []]);
  });

  it('is that of the customer whom Stripe has by the email that was signed', async () => {
    const hash = await signHash(secret, email, NOW + 60);
    expect((await enter({ email: EMAIL, hash })).customerId).toBe('cus_foundByEmail');
    expect(askedStripeFor).toEqual([EMAIL]);
  });

  it('is at the portal that was named, with a hash of that portal', async () => {
    const hash = await signHash(secretOf('plain'), customer, null);
    expect((await enter({ customerId: ID, hash, portal: 'plain' })).portal.name).toBe('plain');
    await expect(enter({ customerId: ID, hash })).rejects.toMatchObject({
      code: 'invalid-identity',
    });
  });
});

describe('a sign-in that is refused', () => {
  it('is counted by network and by what was claimed, and Stripe is not asked', async () => {
    await refusal({ customerId: ID, hash: wrong });
    await refusal({ email: EMAIL, hash: wrong });
    await refusal({ customerId: ID, email: EMAIL, hash: wrong });
    await refusal({ hash: wrong });
    await refusal({ customerId: ID, hash: right, portal: 'none' });
    const subjects = [`${ID} `, ` ${EMAIL}`, `${ID} ${EMAIL}`, ' ', `${ID} `];
    expect(limited).toEqual(subjects.map((subject) => ({ ip: '192.0.2.1', subject })));
    expect(askedStripeFor).toEqual([]);
  });

  it('ends what may be tried, and never the customer’s own sign-in', async () => {
    for (let tries = 0; tries < 10; tries += 1) {
      expect((await refusal({ customerId: ID, hash: wrong })).code).toBe('invalid-identity');
    }
    expect((await refusal({ customerId: ID, hash: wrong })).code).toBe('too-many-requests');
    expect((await refusal({ customerId: ID, hash: right })).code).toBe('signed in');
  });

  it.each<[string, Partial<Request>, string]>([
    ['a portal that is not there', { customerId: ID, portal: 'none' }, 'no portal of this name'],
    ['a wrong hash', { customerId: ID }, 'not of this id with this secret'],
    ['no hash', { customerId: ID, hash: 'x' }, 'neither 64 lower-case hex digits nor v1.'],
    ['a hash in upper case', { customerId: ID, hash: right.toUpperCase() }, 'in lower case'],
    [
      'a hash of one of two ids',
      { customerId: 'cus_aaaaaaaa', email: EMAIL },
      'Send only that one',
    ],
    ['two ids', { customerId: ID, email: EMAIL, hash: right }, 'Send either customerId'],
    ['two ids, and a slip', { customerId: ID, email: EMAIL, hash: `${right} ` }, 'Send either'],
    ['an email as an id', { customerId: EMAIL }, 'customerId holds an email address.'],
    ['an id as an email', { email: ID }, 'email holds a Stripe customer id.'],
    ['no id', {}, 'The id is empty.'],
    ['a blank id', { customerId: ' ' }, 'The id is empty.'],
    ['a blank email', { email: ' ' }, 'The id is empty.'],
    ['a space before the id', { customerId: ` ${ID}` }, 'There is white space around the id.'],
    ['a space behind the email', { email: `${EMAIL} ` }, 'There is white space around the id.'],
    ['an id that is none', { customerId: 'ada' }, 'Send either customerId (cus_…) or email'],
  ])('tells the owner why: %s', async (name, request, advice) => {
    const hash = name === 'a hash of one of two ids' ? await signHash(secret, email, null) : wrong;
    const heard = await refusal({ hash, ...request });
    expect(heard).toEqual({ code: 'invalid-identity', advice: expect.stringContaining(advice) });
  });

  it('tells the owner what was signed in place of the id, or beside it', async () => {
    const line = { ...customer, id: `${ID}\n` };
    const { advice } = await refusal({
      customerId: ID,
      hash: await signHash(secret, line, null),
    });
    expect(advice).toContain('a line break');
    for (const one of [customer, email]) {
      const hash = await signHash(secret, one, NOW + 60);
      const heard = await refusal({ customerId: ID, email: EMAIL, hash });
      expect(heard.advice).toContain(one === email ? 'Send only that one' : 'Send either');
    }
  });

  it.each<[keyof typeof portals, number | null, string]>([
    ['default', NOW, 'The hash has expired.'],
    ['default', NOW + 86_401, 'The hash expires more than 24 hours ahead.'],
    ['plain', NOW + 60, 'this portal takes only plain ones'],
    ['expiring', null, 'this portal takes only expiring ones'],
  ])('tells the owner why at %s: a right hash with the end %s', async (name, expires, advice) => {
    const hash = await signHash(secretOf(name), customer, expires);
    const heard = await refusal({ customerId: ID, hash, portal: name });
    expect(heard).toEqual({ code: 'invalid-identity', advice: expect.stringContaining(advice) });
  });
});
