import { describe, expect, it } from 'vitest';
import { signHash } from '../../auth/signature.ts';
import { makeSecret } from '../../auth/secrets.ts';
import { createTokenSigner } from '../../auth/token.ts';
import { readOptions } from '../../options.ts';
import { readTextFile } from '../../text-file.ts';
import { NOW } from '../../testing/stage.ts';
import { portalFile } from './door.ts';

const keys = { STRIPE_SECRET_KEY: 'sk_test_123', STRIPE_PUBLISHABLE_KEY: 'pk_test_123' };

describe('T18 one secret for two things', () => {
  it('is refused for two portals, also with another prefix or in a list', async () => {
    const PORTICO_CONFIG = await portalFile({ portals: { team: {} } });
    const [one, two] = [makeSecret('test'), makeSecret('test')];
    for (const [first, second] of [
      [one, one],
      [`${two},${one}`, one],
      [one, `${two},${one}`],
    ]) {
      expect(() =>
        readOptions(
          {
            ...keys,
            PORTICO_CONFIG,
            PORTICO_SECRET: first,
            PORTICO_SECRET_TEAM: second,
          },
          readTextFile,
        ),
      ).toThrow(/PORTICO_SECRET_TEAM is the same as PORTICO_SECRET/);
    }
    const options = readOptions(
      {
        ...keys,
        PORTICO_CONFIG,
        PORTICO_SECRET: one,
        PORTICO_SECRET_TEAM: two,
      },
      readTextFile,
    );
    expect(options.portals.size).toBe(2);
  });

  it('is never there for hashes and tokens: each purpose has a key of its own', async () => {
    const secret = makeSecret('test');
    const now = () => NOW;
    const of = (purpose: 'session' | 'preview') =>
      createTokenSigner({ purpose, portal: 'default', secrets: [secret], now });
    const token = await of('session').sign({ sub: 'cus_a' }, NOW + 60);
    expect(await of('preview').read(token)).toBeNull();
    const [head = '', body = '', signature = ''] = token.split('.');
    const hash = await signHash(secret, { type: 'email', id: `${head}.${body}` }, null);
    expect(Buffer.from(hash, 'hex').toString('base64url')).not.toBe(signature);
  });
});
