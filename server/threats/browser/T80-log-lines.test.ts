import { closeSync, openSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createLog, LOG_FIELDS, type Log } from '../../log.ts';
import { createPinoLog } from '../../logs/pino-log.ts';
import { redacting } from '../../logs/redacting.ts';
import { deliver, WEBHOOK_SECRET } from '../../testing/deliver.ts';
import { retell } from '../../testing/retell.ts';
import { ROUTE_TABLE } from '../../testing/route-table.ts';
import { ORIGIN, setStage, type Stage } from '../../testing/stage.ts';
import { signHash } from '../../auth/signature.ts';
import { HOSTILE_LOG_TEXTS, UNPRINTABLE } from './hostile-log-texts.ts';

const KNOWN = new Set(['time', 'level', 'event', ...Object.keys(LOG_FIELDS)]);
/** Every field at its longest, escaped. */
const MAX_LINE = 2 * Object.values(LOG_FIELDS).reduce((sum, length) => sum + length, 1_000);

/** One line, one event, and no field that the server does not know. */
function expectOneLine(line: string): Record<string, unknown> {
  expect(line).not.toMatch(UNPRINTABLE);
  expect(line.length).toBeLessThan(MAX_LINE);
  const fields: Record<string, unknown> = JSON.parse(line);
  expect(Object.keys(fields).filter((name) => !KNOWN.has(name))).toEqual([]);
  expect(line.match(/"level":/g)).toHaveLength(1);
  return fields;
}

function logHostile(log: Log): number {
  const names = Object.keys(LOG_FIELDS);
  for (const text of HOSTILE_LOG_TEXTS) {
    for (const name of names) log('warn', 'refused', { [name]: text });
    log('warn', text, Object.fromEntries(names.map((name) => [name, text])));
    log('warn', 'refused', { [text]: text });
  }
  return HOSTILE_LOG_TEXTS.length * (names.length + 2);
}

describe('T80 a line of the log', () => {
  it('stays one line, whatever stands in whichever field', () => {
    const lines: string[] = [];
    const count = logHostile(redacting(createLog((line) => lines.push(line))));
    expect(lines).toHaveLength(count);
    for (const line of lines) expectOneLine(line);
  });

  it('stays one line in the log of a server on Node', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'portico-log-'));
    const file = path.join(folder, 'lines');
    const descriptor = openSync(file, 'w');
    const lineLog = createPinoLog(descriptor);
    const count = logHostile(redacting(lineLog.log));
    await lineLog.flush();
    closeSync(descriptor);
    const lines = readFileSync(file, 'utf8').split('\n');
    await rm(folder, { recursive: true });
    expect(lines.pop()).toBe('');
    expect(lines).toHaveLength(count);
    for (const line of lines) expectOneLine(line);
  });
});

let stage: Stage;
let token: string;
beforeAll(async () => {
  stage = await setStage({ STRIPE_WEBHOOK_SECRET: WEBHOOK_SECRET });
  const customerId = stage.customerId('monthly');
  const hash = await signHash(stage.secret, { type: 'customer', id: customerId }, null);
  const { body } = await stage.call()('POST /v1/sessions', { body: { customerId, hash } });
  ({ token } = body);
});
beforeEach(() => void (stage.log.length = 0));
afterAll(() => stage.stop());

/** All of them with HOSTILE=full, else each fourth, another one each turn. */
function someOf<T>(all: readonly T[], turn: number): T[] {
  return process.env['HOSTILE'] === 'full'
    ? [...all]
    : all.filter((_, index) => index % 4 === turn % 4);
}

/** As much of a text as HTTP lets into a header: some controls too, which Node sends in no answer. */
function headerText(text: string, lowest = 1): string {
  const codes = text
    .slice(0, 4_000)
    .split('')
    .map((sign) => sign.charCodeAt(0));
  const isLet = (code: number): boolean =>
    code >= lowest && code <= 0xff && ![10, 13].includes(code);
  return String.fromCharCode(...codes.map((code) => (isLet(code) ? code : 32)));
}

async function send(method: string, where: string, text: string, body: object | null) {
  const fields = Object.keys(body ?? {}).map((name) => [name, text]);
  const headers = {
    origin: ORIGIN,
    authorization: `Bearer ${token}`,
    'content-type': 'application/json',
    'idempotency-key': headerText(text),
    'x-request-id': headerText(text),
    'x-forwarded-for': headerText(text),
    'user-agent': headerText(text),
  };
  const of = { ...Object.fromEntries(fields), [text.slice(0, 4_000)]: text.slice(0, 4_000) };
  for (const more of [
    {},
    { 'idempotency-key': crypto.randomUUID() },
    { origin: headerText(text) },
    { authorization: `Bearer ${headerText(text)}` },
  ]) {
    const request = new Request(where, {
      method,
      headers: { ...headers, ...more },
      ...(method === 'POST' && { body: JSON.stringify(of).slice(0, 16_000) }),
    });
    await (await stage.server.fetch(request)).text();
  }
}

describe('T80 what a line is told of from outside', () => {
  it('stays one line for every route, with such texts in path, query, headers and body', async () => {
    for (const [turn, { method, path: route, body }] of ROUTE_TABLE.entries()) {
      for (const text of someOf(HOSTILE_LOG_TEXTS, turn)) {
        const part = encodeURIComponent(text.replaceAll(/[\ud800-\udfff]/g, ' ').slice(0, 2_000));
        const url = `https://portal.example${route.replace(':id', () => part)}`;
        await send(method, url, text, body);
        await send(method, `${url}?${part}=${part}`, text, body);
      }
    }
    expect(stage.log.length).toBeGreaterThan(500);
    for (const line of stage.log) expectOneLine(line);
  });

  it('stays one line for events that Stripe has signed', async () => {
    for (const text of HOSTILE_LOG_TEXTS) {
      const short = text.slice(0, 100_000);
      for (const event of [
        { id: short },
        { type: short },
        { id: `evt_${short}` },
        { api_version: short },
        { [short]: short },
      ]) {
        await (await deliver(stage.server, { event })).text();
      }
    }
    expect(stage.log.length).toBeGreaterThan(50);
    for (const line of stage.log) expectOneLine(line);
  });

  it('stays one line for whatever Stripe, or who stands in for it, says of an error', async () => {
    const tell = stage.simulator.fetch.bind(stage.simulator);
    for (const [turn, text] of HOSTILE_LOG_TEXTS.map((one) => one.slice(0, 5_000)).entries()) {
      for (const kind of someOf(['invalid_request_error', text, 'card_error', 'api_error'], turn)) {
        for (const [code, param] of [
          [text, text],
          [{ a: text }, [text]],
          [null, { [text]: text }],
        ]) {
          const error = { type: kind, code, param, message: text, decline_code: text };
          retell(stage, async () =>
            Response.json(
              { error },
              {
                status: 400,
                headers: { 'request-id': headerText(text, 32).replaceAll('\u007f', ' ') },
              },
            ),
          );
          await (await stage.server.fetch(overview())).text();
          stage.simulator.fetch = tell;
        }
      }
    }
    expect(stage.log.length).toBeGreaterThanOrEqual(HOSTILE_LOG_TEXTS.length);
    for (const line of stage.log) {
      const fields = expectOneLine(line);
      expect(Object.values(fields).filter((value) => value instanceof Object)).toEqual([]);
    }
  });
});

function overview(): Request {
  const headers = { origin: ORIGIN, authorization: `Bearer ${token}` };
  return new Request('https://portal.example/v1/overview', { headers });
}
