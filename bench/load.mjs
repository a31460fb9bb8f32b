/** A small load generator: keep-alive connections, one request at a time on each. */
import http from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * @typedef {{url: string, method?: string, headers?: Record<string, string>, body?: string}} Call
 * @typedef {{status: number, ms: number, bytes: number}} Answer
 */

export function openConnections(count) {
  return new http.Agent({ keepAlive: true, maxSockets: count, scheduling: 'fifo' });
}

/** @returns {Promise<Answer & {text?: string}>} */
export function send(agent, { url, method = 'GET', headers = {}, body }, wantsText = false) {
  const begun = performance.now();
  return new Promise((resolve, reject) => {
    const request = http.request(
      url,
      {
        agent,
        method,
        headers: { ...headers, ...(body && { 'content-length': Buffer.byteLength(body) }) },
      },
      (response) => {
        const chunks = [];
        let bytes = 0;
        response.on('data', (chunk) => {
          bytes += chunk.length;
          if (wantsText) chunks.push(chunk);
        });
        response.on('error', reject);
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            ms: performance.now() - begun,
            bytes,
            ...(wantsText && { text: Buffer.concat(chunks).toString() }),
          }),
        );
      },
    );
    request.on('error', reject);
    request.end(body);
  });
}

/** As many as can be had: each connection asks again as soon as it is answered. */
export async function closedLoop({ connections = 32, seconds, nextCall, expect }) {
  const agent = openConnections(connections);
  const endsAt = performance.now() + seconds * 1000;
  let done = 0;
  const worker = async () => {
    while (performance.now() < endsAt) {
      const { status } = await send(agent, nextCall());
      if (status !== expect) throw new Error(`Expected ${expect}, got ${status}.`);
      done += 1;
    }
  };
  const begun = performance.now();
  await Promise.all(Array.from({ length: connections }, worker));
  agent.destroy();
  return done / ((performance.now() - begun) / 1000);
}

/** So many a second, whether or not the ones before were answered: as people come. */
export async function openLoop({ perSecond, seconds, nextCall, connections = 512 }) {
  const agent = openConnections(connections);
  const answers = [];
  const failures = [];
  const pending = [];
  const begun = performance.now();
  for (let sent = 0; sent < perSecond * seconds; sent += 1) {
    const dueMs = begun + (sent / perSecond) * 1000;
    const waitMs = dueMs - performance.now();
    if (waitMs > 1) await sleep(waitMs);
    const answer = send(agent, nextCall(sent)).then(
      // Lateness of the generator itself counts too: the visitor waits for both.
      (one) => answers.push({ ...one, ms: performance.now() - Math.min(dueMs, performance.now()) }),
      (error) => failures.push(error),
    );
    pending.push(answer);
  }
  await Promise.all(pending);
  agent.destroy();
  return { answers, failures };
}

export function percentile(values, share) {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

export function median(values) {
  return percentile(values, 0.5);
}
