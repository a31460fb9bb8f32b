import { connect } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signatureOf } from '../../../demo/stripe/webhooks/signature.ts';
import { listen, type RunningServer } from '../../serve.ts';
import { eventBody, WEBHOOK_SECRET } from '../../testing/deliver.ts';
import { NOW, setStage, type Stage } from '../../testing/stage.ts';

let stage: Stage;
let server: RunningServer;
beforeAll(async () => {
  stage = await setStage({ STRIPE_WEBHOOK_SECRET: WEBHOOK_SECRET });
  server = await listen(stage.server, 0);
});
afterAll(async () => {
  await server.stop();
  await stage.stop();
});

const good = await signatureOf(eventBody(), { at: NOW, secrets: [WEBHOOK_SECRET] });

/** Writes to a bare connection until it is answered or ended; the status, or 0 where it was cut. */
async function send(headers: string[], pieces: Iterable<string | Uint8Array>): Promise<number> {
  const socket = connect(server.port, '127.0.0.1');
  const answered = new Promise<number>((resolve) => {
    let text = '';
    const end = (): void => resolve(Number(/^HTTP\/1\.1 (\d{3})/.exec(text)?.[1] ?? 0));
    socket.on('data', (data) => {
      text += data.toString('latin1');
      if (text.includes('\r\n\r\n')) end();
    });
    socket.on('error', end);
    socket.on('close', end);
  });
  const head = [
    'POST /v1/webhooks/stripe HTTP/1.1',
    'Host: localhost',
    `Stripe-Signature: ${good}`,
  ];
  socket.write(`${[...head, ...headers].join('\r\n')}\r\n\r\n`);
  for (const piece of pieces) {
    if (socket.destroyed) break;
    socket.write(piece);
  }
  const status = await answered;
  socket.destroy();
  return status;
}

function* chunked(body: Iterable<Uint8Array>): Generator<string | Uint8Array> {
  for (const piece of body) {
    yield `${piece.byteLength.toString(16)}\r\n`;
    yield piece;
    yield '\r\n';
  }
  yield '0\r\n\r\n';
}

function* repeated(piece: Uint8Array, times: number): Generator<Uint8Array> {
  for (let time = 0; time < times; time += 1) yield piece;
}

const CHUNKED = ['Transfer-Encoding: chunked'];
const lengthOf = (body: Uint8Array): string => `Content-Length: ${body.byteLength}`;
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const parts = (text: string, size: number): Uint8Array[] =>
  Array.from({ length: Math.ceil(text.length / size) }, (_, index) =>
    bytes(text.slice(index * size, (index + 1) * size)),
  );

describe('T70 a body that was written anew, is huge, packed or without a length', () => {
  it('is taken as it was signed, in one piece or in many', async () => {
    const body = bytes(eventBody());
    expect(await send([lengthOf(body)], [body])).toBe(200);
    expect(await send(CHUNKED, chunked(parts(eventBody(), 7)))).toBe(200);
  });

  it.each<[string, (body: string) => string]>([
    ['with other spaces', (body) => JSON.stringify(JSON.parse(body), null, 2)],
    [
      'with its keys in another order',
      (body) => body.replace('{"id":"evt_1",', '{').replace(/}$/, ',"id":"evt_1"}'),
    ],
    ['with a letter written as a code', (body) => body.replace('paid', String.raw`p\u0061id`)],
    ['with a line break at its end', (body) => `${body}\n`],
    ['with a mark of its byte order', (body) => `\uFEFF${body}`],
    ['with a second event behind it', (body) => body + body],
    ['empty', () => ''],
  ])('is refused %s', async (_, change) => {
    const body = bytes(change(eventBody()));
    expect(await send([lengthOf(body)], [body])).toBe(400);
  });

  it('is refused before it is read where it says that it is too long', async () => {
    expect(await send(['Content-Length: 5242880'], [])).toBe(413);
    expect(await send([`Content-Length: ${2 ** 53}`], [])).toBeGreaterThanOrEqual(400);
  });

  it('is cut off where it does not say so: five megabytes in pieces', async () => {
    const piece = bytes('x'.repeat(65_536));
    expect([413, 0]).toContain(await send(CHUNKED, chunked(repeated(piece, 80))));
  });

  it.each(['gzip', 'deflate', 'br', 'identity, gzip'])('is not unpacked: %s', async (coding) => {
    const event = gzipSync(eventBody());
    expect(await send([lengthOf(event), `Content-Encoding: ${coding}`], [event])).toBe(400);
    const bomb = gzipSync(new Uint8Array(64 * 1024 * 1024));
    const before = process.memoryUsage().rss;
    expect(await send([lengthOf(bomb), `Content-Encoding: ${coding}`], [bomb])).toBe(400);
    expect(process.memoryUsage().rss - before).toBeLessThan(48 * 1024 * 1024);
  });

  it('is refused where it is not UTF-8', async () => {
    const body = Uint8Array.from([...bytes('{"id":"'), 0xff, 0xfe, ...bytes('"}')]);
    expect(await send([lengthOf(body)], [body])).toBe(400);
  });

  it('leaves the server as it was', async () => {
    const body = bytes(eventBody());
    expect(await send([lengthOf(body)], [body])).toBe(200);
  });
});
