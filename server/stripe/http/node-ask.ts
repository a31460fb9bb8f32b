import http, { type IncomingMessage, type RequestOptions } from 'node:http';
import https from 'node:https';
import { Pieces, type Answer, type Ask } from './ask.ts';

/** Asks with Node's own HTTP client, which takes half the time of its `fetch`. */
export function createNodeAsk(): Ask {
  const plainAgent = new http.Agent({ keepAlive: true });
  const secureAgent = new https.Agent({ keepAlive: true });
  return ({ url, method, headers, body, timeoutMs }) =>
    new Promise((resolve, reject) => {
      const hear = (message: IncomingMessage): void => readWhole(message, settle);
      const request = url.startsWith('https:')
        ? https.request(url, { method, headers, agent: secureAgent } satisfies RequestOptions, hear)
        : http.request(url, { method, headers, agent: plainAgent } satisfies RequestOptions, hear);
      const timer = setTimeout(() => request.destroy(new Error('No answer in time.')), timeoutMs);
      const settle = (answer: Answer | Error): void => {
        clearTimeout(timer);
        if (answer instanceof Error) reject(answer);
        else resolve(answer);
      };
      request.once('error', settle);
      request.end(body);
    });
}

function readWhole(message: IncomingMessage, settle: (answer: Answer | Error) => void): void {
  const pieces = new Pieces();
  message.on('data', (piece: Uint8Array) => {
    try {
      pieces.add(piece);
    } catch (error) {
      message.destroy();
      settle(error instanceof Error ? error : new Error('The answer cannot be read.'));
    }
  });
  message.once('error', settle);
  message.once('close', () => {
    if (!message.complete) settle(new Error('The answer broke off.'));
  });
  message.once('end', () => {
    const { statusCode: status = 502 } = message;
    settle({ status, headers: flat(message.headers), text: pieces.end() });
  });
}

function flat(headers: IncomingMessage['headers']): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value = '']) => [
      name,
      Array.isArray(value) ? value.join(', ') : value,
    ]),
  );
}
