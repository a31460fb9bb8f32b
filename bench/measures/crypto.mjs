import { createHmac, timingSafeEqual } from 'node:crypto';
import { SECRET } from '../portal.mjs';

/** What a check of a hash costs by itself. */
export async function* measureCrypto() {
  const algorithm = { name: 'HMAC', hash: 'SHA-256' };
  const secret = new TextEncoder().encode(SECRET);
  const key = await crypto.subtle.importKey('raw', secret, algorithm, false, ['verify']);
  const id = 'cus_0123456789abcdef';
  const hash = createHmac('sha256', SECRET).update(id).digest();
  const bytes = new TextEncoder().encode(id);
  const web = await rate(() => crypto.subtle.verify('HMAC', key, hash, bytes));
  const node = await rate(async () =>
    timingSafeEqual(createHmac('sha256', SECRET).update(id).digest(), hash),
  );
  yield `hash check: ${Math.round(node)}/s with node:crypto, as on Node = ${(node / web).toFixed(1)}x of Web Crypto, as on Workers (${Math.round(web)}/s)`;
}

async function rate(check) {
  const rounds = 20_000;
  for (let index = 0; index < 2_000; index += 1) await check();
  const begun = performance.now();
  for (let index = 0; index < rounds; index += 1) await check();
  return rounds / ((performance.now() - begun) / 1000);
}
