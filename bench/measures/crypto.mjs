import { createHmac, timingSafeEqual } from 'node:crypto';
import { SECRET } from '../portal.mjs';

/** What a check of a hash costs by itself. */
export async function* measureCrypto() {
  const key = await crypto.subtle.importKey(
    'raw',
    new TextEncoder().encode(SECRET),
    { name: 'HMAC', hash: 'SHA-256' },
    false,
    ['verify'],
  );
  const id = 'cus_0123456789abcdef';
  const hash = createHmac('sha256', SECRET).update(id).digest();
  const bytes = new TextEncoder().encode(id);
  const ours = await rate(() => crypto.subtle.verify('HMAC', key, hash, bytes));
  const node = await rate(async () =>
    timingSafeEqual(createHmac('sha256', SECRET).update(id).digest(), hash),
  );
  yield `hash check: ${Math.round(ours)}/s with WebCrypto = ${(ours / node).toFixed(2)}x of node:crypto (${Math.round(node)}/s)`;
}

async function rate(check) {
  const rounds = 20_000;
  for (let index = 0; index < 2_000; index += 1) await check();
  const begun = performance.now();
  for (let index = 0; index < rounds; index += 1) await check();
  return rounds / ((performance.now() - begun) / 1000);
}
