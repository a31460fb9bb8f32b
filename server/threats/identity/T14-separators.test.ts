import {
  assert,
  asyncProperty,
  constant,
  constantFrom,
  nat,
  oneof,
  option,
  pre,
  property,
  record,
  string,
  tuple,
} from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isCustomerId, isEmail } from '../../auth/identity.ts';
import { createHashVerifier } from '../../auth/signature.ts';
import { NOW, setStage, type Stage } from '../../testing/stage.ts';
import { expiring, knock, mac, refusal } from './door.ts';

let stage: Stage;
let uniform: string;
beforeAll(async () => {
  stage = await setStage();
  uniform = await refusal(stage.server);
});
afterAll(() => stage.stop());

const letters = string({
  unit: constantFrom('.', ':', '|', 'v', '1', 'e', 'm', 'a', 'i', 'l', '0', '@', '\n', ' '),
});

/** What SPEC.md says that a message means. */
function read(message: string): { type: string; id: string; expires: number | null } {
  const [, type = '', expires = '', id = ''] =
    /^v1\.(customer|email)\.(\d+)\.([^]*)$/.exec(message) ?? [];
  if (type !== '') return { type, id, expires: Number(expires) };
  return { type: message.includes('@') ? 'email' : 'customer', id: message, expires: null };
}

function withoutStrange(text: string): string {
  return `x${text.replace(/[@\s]/g, '')}`.slice(text.length % 2);
}

describe('T14 ids with separators in them', () => {
  it('leave one way only to read what was signed', () => {
    const emails = tuple(letters, letters).map((parts) => parts.map(withoutStrange).join('@'));
    const signed = record({
      id: oneof(emails, constant('cus_12345678')),
      expires: option(nat(), { nil: null }),
    });
    assert(
      property(signed, ({ id, expires }) => {
        const type = id.includes('@') ? 'email' : 'customer';
        const isPlain = expires === null;
        const isNeverSigned = isPlain && /^v1\.(customer|email)\./.test(id);
        if (isNeverSigned || !(type === 'email' ? isEmail(id) : isCustomerId(id))) return;
        const message = isPlain ? id : `v1.${type}.${expires}.${id}`;
        expect(read(message)).toEqual({ type, id, expires });
      }),
      { numRuns: 5_000 },
    );
  });

  it('are taken by their own hash alone', async () => {
    const secret = stage.secret;
    const verifier = createHashVerifier({ secrets: [secret], accepted: 'both', now: () => NOW });
    const until = NOW + 60;
    await assert(
      asyncProperty(letters, letters, async (before, after) => {
        const id = `${before}x@y${after}`;
        pre(isEmail(id));
        const identity = { type: 'email', id } as const;
        expect(await verifier.verify(identity, expiring(secret, 'email', id, until))).toEqual({
          ok: true,
        });
        for (const other of [
          `${id}.`,
          `.${id}`,
          `email.${id}`,
          `v1.email.${until}.${id}`,
          id.slice(1),
        ]) {
          expect(
            (await verifier.verify(identity, expiring(secret, 'email', other, until))).ok,
          ).toBe(false);
          expect((await verifier.verify(identity, mac(secret, other))).ok).toBe(false);
        }
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    'cus_12345678\n',
    'cus_12345678.',
    'cus_1234|5678',
    'cus_1234:5678',
    'cus_12345678\u0000',
    'a@b\n',
    'a@b@c',
    'a@b c',
    '\ud800@b',
    'a@\udfff',
  ])('are refused where they are no id, though the hash is right: %j', async (id) => {
    const field = id.startsWith('cus_') ? 'customerId' : 'email';
    const { face } = await knock(stage.server, { [field]: id, hash: mac(stage.secret, id) });
    expect(face).toBe(uniform);
  });
});
