import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createHmacKey, fromHex, utf8 } from '../digest.ts';
import { createSignatureCheck, readSignature } from './webhook-signature.ts';

const NOW = 1_790_000_000;
const TIME = `t=${NOW}`;
const HEX = '0123456789abcdef'.repeat(4);
const OTHER = 'f'.repeat(64);
const read = (header: string, now = NOW) => readSignature(header, now);

describe('a signature header', () => {
  it('says when it was made, and every proof in it', () => {
    expect(read(`${TIME},v1=${HEX}`)).toEqual({ signedAt: NOW, proofs: [fromHex(HEX)] });
    expect(read(`v1=${HEX},${TIME},v1=${OTHER}`)).toEqual({
      signedAt: NOW,
      proofs: [fromHex(HEX), fromHex(OTHER)],
    });
  });

  it.each(['v0=6ffbb59b', 'v2=a.b-c_d+e/f==', 'x=y', `${'s'.repeat(16)}=1`])(
    'may have another scheme in it, which is passed over: %s',
    (part) => {
      expect(read(`${TIME},${part},v1=${HEX}`)?.proofs).toEqual([fromHex(HEX)]);
    },
  );

  it.each([
    ['nothing', ''],
    ['no time', `v1=${HEX}`],
    ['two times', `${TIME},${TIME},v1=${HEX}`],
    ['an empty time', `t=,v1=${HEX}`],
    ['a time with a sign', `t=+${NOW},v1=${HEX}`],
    ['a time with a point', `${TIME}.0,v1=${HEX}`],
    ['a time with a zero before', `t=0${NOW},v1=${HEX}`],
    ['a time with a letter behind', `${TIME}s,v1=${HEX}`],
    ['a time of thirteen digits', `${TIME}000,v1=${HEX}`],
    ['no proof', TIME],
    ['only a proof of another scheme', `${TIME},v0=${HEX}`],
    ['an empty proof', `${TIME},v1=`],
    ['a proof that is short', `${TIME},v1=${HEX.slice(1)}`],
    ['a proof that is long', `${TIME},v1=${HEX}0`],
    ['a proof in upper case', `${TIME},v1=${HEX.toUpperCase()}`],
    ['a bad proof beside a good one', `${TIME},v1=${HEX},v1=x`],
    ['a space', `${TIME}, v1=${HEX}`],
    ['a space at the end', `${TIME},v1=${HEX} `],
    ['a line break', `${TIME},v1=${HEX}\n`],
    ['an empty part', `${TIME},,v1=${HEX}`],
    ['a part without a name', `${TIME},=x,v1=${HEX}`],
    ['a part that is no pair', `${TIME},v0,v1=${HEX}`],
    ['a sign before a name', `${TIME},!v0=1,v1=${HEX}`],
    ['a sign behind a value', `${TIME},v0=1!,v1=${HEX}`],
    ['too long a name', `${TIME},${'s'.repeat(17)}=1,v1=${HEX}`],
  ])('is none with %s', (_, header) => {
    expect(read(header)).toBeNull();
  });

  it('is at most five minutes old, and at most as much ahead', () => {
    const header = `${TIME},v1=${HEX}`;
    for (const apart of [-300, 0, 300]) expect(read(header, NOW + apart)).not.toBeNull();
    for (const apart of [-301, 301]) expect(read(header, NOW + apart)).toBeNull();
  });

  it('has at most twenty proofs, and 2,000 characters', () => {
    expect(read(`${TIME}${`,v1=${HEX}`.repeat(20)}`)?.proofs).toHaveLength(20);
    expect(read(`${TIME}${`,v1=${HEX}`.repeat(21)}`)).toBeNull();
    const filled = `${TIME},v1=${HEX},v0=`;
    expect(read(filled.padEnd(2_000, 'a'))).not.toBeNull();
    expect(read(filled.padEnd(2_001, 'a'))).toBeNull();
  });
});

describe('the check of a signature', () => {
  const body = utf8('{"id":"evt_1"}');
  const proofBy = (secret: string, text = `${NOW}.{"id":"evt_1"}`) =>
    fromHex(createHmac('sha256', secret).update(text).digest('hex'));
  const isSigned = createSignatureCheck(['whsec_old', 'whsec_new']);
  const check = (...proofs: ReturnType<typeof proofBy>[]) =>
    isSigned({ signedAt: NOW, proofs }, body);

  it('takes any proof by any of the secrets', async () => {
    expect(await check(proofBy('whsec_old'))).toBe(true);
    expect(await check(proofBy('whsec_new'))).toBe(true);
    expect(await check(proofBy('whsec_another'), proofBy('whsec_new'))).toBe(true);
  });

  it('takes no proof by another secret, of another time or of another body', async () => {
    expect(await check(proofBy('whsec_another'))).toBe(false);
    expect(await check(proofBy('whsec_new', `${NOW + 1}.{"id":"evt_1"}`))).toBe(false);
    expect(await check(proofBy('whsec_new', `${NOW}.{"id":"evt_2"}`))).toBe(false);
    expect(await check(proofBy('whsec_new', '{"id":"evt_1"}'))).toBe(false);
    expect(await check()).toBe(false);
  });

  it('reads a body once for each secret, however many proofs are shown', async () => {
    let hashed = 0;
    const isSignedCounting = createSignatureCheck(['whsec_old', 'whsec_new'], (secret) => {
      const key = createHmacKey(secret);
      const counted = <T>(result: T): T => {
        hashed += 1;
        return result;
      };
      return {
        sign: (message) => counted(key.sign(message)),
        verify: (signature, message) => counted(key.verify(signature, message)),
      };
    });
    const forged = Array.from({ length: 20 }, (_, index) => proofBy(`whsec_${index}`));
    expect(await isSignedCounting({ signedAt: NOW, proofs: forged }, body)).toBe(false);
    expect(hashed).toBe(2);
    const proofs = [...forged.slice(1), proofBy('whsec_new')];
    expect(await isSignedCounting({ signedAt: NOW, proofs }, body)).toBe(true);
    expect(hashed).toBe(4);
  });

  it('takes nothing where there is no secret', async () => {
    const none = createSignatureCheck([]);
    expect(await none({ signedAt: NOW, proofs: [proofBy('whsec_new')] }, body)).toBe(false);
  });
});
