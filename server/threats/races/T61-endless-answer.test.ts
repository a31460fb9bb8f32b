import { createServer, type Server, type ServerResponse } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import type { Ask } from '../../stripe/http/ask.ts';
import { createFetchAsk } from '../../stripe/http/fetch-ask.ts';
import { createNodeAsk } from '../../stripe/http/node-ask.ts';

const servers: Server[] = [];
const ways: [string, () => Ask][] = [
  ['Node’s client', createNodeAsk],
  ['fetch', createFetchAsk],
];

/** A Stripe on a real port, that answers as told. */
async function stripe(answer: (response: ServerResponse) => void) {
  let open = 0;
  const server = createServer((request, response) => {
    request.resume();
    open += 1;
    response.once('close', () => (open -= 1));
    answer(response);
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const question = { method: 'POST', headers: {}, body: 'a=1', timeoutMs: 150 };
  return {
    question: { url: `http://127.0.0.1:${port}/v1/customers`, ...question },
    open: () => open,
  };
}

async function durationOf(work: Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await work;
  return performance.now() - begun;
}

describe.each(ways)('T61 an answer of Stripe that does not end, with %s', (_name, createAsk) => {
  afterEach(() => {
    for (const server of servers.splice(0)) {
      server.closeAllConnections();
      server.close();
    }
  });

  it('is given out whole', async () => {
    const { question } = await stripe((response) => {
      response.setHeader('Request-Id', 'req_1');
      response.write('{"name":"J');
      response.end('ürgen"}');
    });
    const answer = await createAsk()({ ...question, timeoutMs: 5_000 });
    expect(answer).toMatchObject({ status: 200, text: '{"name":"Jürgen"}' });
    expect(answer.headers['request-id']).toBe('req_1');
  });

  it('is cut off when its time is over, though it drips', async () => {
    const { question, open } = await stripe((response) => {
      const drip = setInterval(() => response.write(' '), 10);
      response.once('close', () => clearInterval(drip));
    });
    const refused = expect(createAsk()(question)).rejects.toThrow();
    expect(await durationOf(refused)).toBeLessThan(5_000);
    await expect.poll(open).toBe(0);
  });

  it('is cut off when its time is over, though nothing comes', async () => {
    const { question, open } = await stripe(() => {});
    const refused = expect(createAsk()(question)).rejects.toThrow();
    expect(await durationOf(refused)).toBeLessThan(5_000);
    await expect.poll(open).toBe(0);
  });

  it('is cut off at two megabytes, and the memory stays flat', async () => {
    const piece = 'x'.repeat(1024 * 1024);
    let sent = 0;
    const { question, open } = await stripe((response) => {
      const more = (): void => {
        while (sent < 1024 && !response.destroyed && response.write(piece)) sent += 1;
      };
      response.on('drain', more);
      more();
    });
    await expect(createAsk()({ ...question, timeoutMs: 5_000 })).rejects.toThrow('too long');
    await expect.poll(open).toBe(0);
    expect(sent).toBeLessThan(64);
  });

  it('is none where it breaks off', async () => {
    const { question } = await stripe((response) => {
      response.writeHead(200, { 'content-length': '100' });
      response.write('{"half":', () => response.destroy());
    });
    await expect(createAsk()(question)).rejects.toThrow();
  });

  it('is not looked for at another address', async () => {
    const { question } = await stripe((response) => {
      response.writeHead(302, { location: 'http://127.0.0.1:1/' }).end();
    });
    const patient = { ...question, timeoutMs: 5_000 };
    expect(await createAsk()(patient)).toMatchObject({ status: 302 });
  });
});
