import http from 'node:http';
import net from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { listen, type RunningServer } from './serve.ts';

let running: RunningServer | null = null;
afterEach(() => running?.stop());

const agent = new http.Agent({ keepAlive: true });

function get(port: number): Promise<{ status: number; headers: http.IncomingHttpHeaders }> {
  return new Promise((resolve, reject) => {
    const request = http.get({ port, agent }, (message) => {
      message.resume();
      message.once('end', () =>
        resolve({ status: message.statusCode ?? 0, headers: message.headers }),
      );
    });
    request.once('error', reject);
  });
}

describe('the listening server', () => {
  it('lets a request under way end, takes no new one, and then is gone', async () => {
    const finish: ((response: Response) => void)[] = [];
    const fetch = (): Promise<Response> => new Promise((resolve) => finish.push(resolve));
    running = await listen({ fetch }, 0);
    const { port } = running;
    const underWay = get(port);
    await expect.poll(() => finish.length).toBe(1);
    const stopped = running.stop(10_000);
    await expect(get(port)).rejects.toThrow();
    finish[0]?.(new Response('done'));
    expect((await underWay).status).toBe(200);
    // Its connection is kept alive, but is not waited for.
    const begin = performance.now();
    await stopped;
    expect(performance.now() - begin).toBeLessThan(3_000);
  });

  it('does not wait longer than it was given', async () => {
    running = await listen({ fetch: () => new Promise(() => {}) }, 0);
    const lost = expect(get(running.port)).rejects.toThrow();
    await running.stop(50);
    await lost;
  });

  it('cuts off whoever sends its headers or its body too slowly', async () => {
    const times = { headersTimeout: 100, requestTimeout: 200, connectionsCheckingInterval: 20 };
    const fetch = async (request: Request) => new Response(await request.text());
    running = await listen({ fetch }, 0, { times });
    const head = 'POST / HTTP/1.1\r\nHost: a\r\n';
    for (const begun of ['', head, `${head}Content-Length: 100\r\n\r\n{`]) {
      const socket = net.connect(running.port, '127.0.0.1');
      socket.resume();
      socket.write(begun);
      await new Promise((resolve) => socket.once('close', resolve));
    }
  });

  it('asks for https where a proxy speaks it for us', async () => {
    const fetch = async () => new Response('');
    running = await listen({ fetch }, 0, { isBehindHttps: true });
    const { headers } = await get(running.port);
    expect(headers['strict-transport-security']).toBe('max-age=31536000');
  });
});
