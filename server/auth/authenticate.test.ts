import { describe, expect, it } from 'vitest';
import { createKept } from '../cache/kept.ts';
import type { PortalContext } from '../context.ts';
import { createAuthenticate } from './authenticate.ts';
import { makeSecret } from './secrets.ts';
import { issueSession, SESSION_LIFETIME_S } from './session.ts';
import { createTokenSigner } from './token.ts';

const START = 1_000_000;

function open() {
  let time = START;
  const now = (): number => time;
  const portal = (name: string) => {
    const secrets = [makeSecret('test')];
    return {
      name,
      sessions: createTokenSigner({ purpose: 'session', portal: name, secrets, now }),
    };
  };
  const [first, second] = [portal('first'), portal('second')];
  const counted: unknown[] = [];
  const authenticateAt = createAuthenticate({
    portals: new Map([first, second].map((one) => [one.name, one as PortalContext])),
    known: createKept({ maxBytes: 10_000, now }),
    limits: {
      within(rules, asker, work) {
        counted.push([rules, asker]);
        return work();
      },
    },
    now,
  });
  const authenticate = (header: string | undefined) => authenticateAt(header, '203.0.113.7');
  const sign = async (of = first): Promise<string> => {
    const session = { customerId: 'cus_aaaaaaaa', startedAt: time };
    return `Bearer ${(await issueSession(of.sessions, session, time)).token}`;
  };
  const pass = (seconds: number): void => void (time += seconds);
  return { authenticate, sign, first, second, counted, pass };
}

describe('who is calling', () => {
  it('is whom the token names, at the portal that issued it', async () => {
    const { authenticate, sign, second } = open();
    expect(await authenticate(await sign())).toMatchObject({
      customerId: 'cus_aaaaaaaa',
      startedAt: START,
    });
    expect((await authenticate(await sign(second))).portal.name).toBe('second');
  });

  it('is nobody once the token has ended, even if it was good a second ago', async () => {
    const { authenticate, sign, pass } = open();
    const header = await sign();
    pass(SESSION_LIFETIME_S - 1);
    expect((await authenticate(header)).customerId).toBe('cus_aaaaaaaa');
    pass(1);
    await expect(authenticate(header)).rejects.toMatchObject({ code: 'session-expired' });
  });

  it.each([undefined, '', 'Bearer', 'Basic abc', 'Bearer a b', `Bearer ${'x'.repeat(3000)}`])(
    'is nobody with %s',
    async (header) => {
      const { authenticate } = open();
      await expect(authenticate(header)).rejects.toMatchObject({ code: 'session-expired' });
    },
  );

  it('is nobody where anything stands around a good token', async () => {
    const { authenticate, sign } = open();
    const good = await sign();
    const token = good.slice('Bearer '.length);
    const wrong = [
      `x${good}`,
      ` ${good}`,
      `${good} `,
      `${good} x`,
      `${good}\n`,
      `${good},x`,
      token,
    ];
    for (const header of [...wrong, `bearer ${token}`, `Bearer  ${token}`]) {
      await expect(authenticate(header)).rejects.toMatchObject({ code: 'session-expired' });
    }
    expect((await authenticate(good)).customerId).toBe('cus_aaaaaaaa');
  });

  it('is nobody again after a bad token was refused', async () => {
    const { authenticate, sign } = open();
    const bad = `${await sign()}x`;
    for (const _ of [1, 2]) {
      await expect(authenticate(bad)).rejects.toMatchObject({ code: 'session-expired' });
    }
  });

  it('is counted by network where nobody of ours signed the token, and only there', async () => {
    const { authenticate, sign, counted, pass } = open();
    const good = await sign();
    const [header = '', payload = '', signature = ''] = good.slice('Bearer '.length).split('.');
    await authenticate(good);
    pass(SESSION_LIFETIME_S);
    const shapeless = [
      `${header}.${payload}`,
      `${header}.${payload}.${signature}x`,
      `..${signature}`,
    ];
    for (const token of [...shapeless, `${header}.${'a'.repeat(2_000)}.${signature}`]) {
      await expect(authenticate(`Bearer ${token}`)).rejects.toThrow();
    }
    await expect(authenticate(good)).rejects.toMatchObject({ code: 'session-expired' });
    expect(counted).toEqual([]);
    const forged = `Bearer ${header}.${payload}.${'a'.repeat(43)}`;
    await expect(authenticate(forged)).rejects.toMatchObject({ code: 'session-expired' });
    expect(counted).toEqual([[['forged-session'], { ip: '203.0.113.7' }]]);
  });
});
