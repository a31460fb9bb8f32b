import { createRedisStore } from '../store/redis-store.ts';
import type { Check, Finding } from './finding.ts';

/** An answer is waited for by customers; a store that is slower is as good as none. */
const SLOW_MS = 50;

/** Whether Redis answers, can be written to, and throws nothing away before its time. */
export const checkRedis: Check = async ({ environment }) => {
  const url = environment['REDIS_URL'] ?? '';
  if (url === '') {
    return [finding('ok', 'REDIS_URL is not set: right for one instance, not for several')];
  }
  const store = await createRedisStore(url, () => {});
  try {
    await store.subscribe('doctor', { hear() {}, line() {} });
    const before = performance.now();
    await store.check();
    const tookMs = Math.round(performance.now() - before);
    const slow = finding('warning', `Redis takes ${tookMs} ms`, 'Move it nearer to the server.');
    const policy = /maxmemory_policy:(\S+)/.exec(await store.client.info('memory'))?.[1];
    return [
      tookMs > SLOW_MS ? slow : finding('ok', `Redis can be written to, in ${tookMs} ms`),
      ...(policy === undefined || policy === 'noeviction' || policy.startsWith('volatile-ttl')
        ? []
        : [evicting(policy)]),
    ];
  } catch {
    return [
      finding(
        'problem',
        'Redis does not answer, or cannot be written to, or not be listened to',
        'Is REDIS_URL right with its password, is it up, is it a replica, is its memory full, may its user use channels (&*)?',
      ),
    ];
  } finally {
    await store.stop();
  }
};

function evicting(policy: string): Finding {
  const text = `Redis lets go of what is still needed when it is full (${policy})`;
  return finding('warning', text, 'Set maxmemory-policy to noeviction.');
}

function finding(verdict: Finding['verdict'], text: string, advice?: string): Finding {
  return { check: 'redis', verdict, text, ...(advice !== undefined && { advice }) };
}
