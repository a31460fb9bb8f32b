/** Deliveries that no Stripe has sent: headers, times, secrets, bodies and their encodings. */
import { gzipSync } from 'node:zlib';
import { SeededRandom } from '../../../demo/stripe/core/random.ts';
import { signatureOf } from '../../../demo/stripe/webhooks/signature.ts';
import { WEBHOOK_SECRET } from '../../testing/deliver.ts';
import { NOW } from '../../testing/stage.ts';

export interface HostileDelivery {
  name: string;
  signature: string;
  body: string | Uint8Array<ArrayBuffer>;
  headers?: Record<string, string>;
}

export const SEED = 6_571;
const random = new SeededRandom(SEED);

/** Each is refused. `event` is a body that would be taken if it were signed as it should be. */
export async function hostileDeliveries(event: string): Promise<HostileDelivery[]> {
  const signed = await sign(event);
  const proof = signed.split('v1=')[1] ?? '';
  return [
    ...headers(proof).map((signature) => ({ name: 'header', signature, body: event })),
    ...(await times(event)),
    ...(await secrets(event)),
    ...spoiltProofs(proof).map((signature) => ({ name: 'proof', signature, body: event })),
    ...bodies(event).map((body) => ({ name: 'body', signature: signed, body })),
    ...(await unreadable()),
  ];
}

function sign(body: string, at = NOW, secret = WEBHOOK_SECRET): Promise<string> {
  return signatureOf(body, { at, secrets: [secret] });
}

/** The right time and the right proof in a header that is not one. */
function headers(proof: string): string[] {
  const time = `t=${NOW}`;
  const right = `v1=${proof}`;
  const spellings = [' ', '\t', ';', ':', '|', '&', '/', ',,', ', ', ' ,', '%2C', '\u00A0'];
  const names = ['T', 'tt', 't ', 't[]', 'v1t', '', 'time', 'ts', '"t"'];
  const schemes = ['v0', 'v2', 'V1', 'v1 ', 'v 1', 'v01', 'v1.0', 'v1[]', 'sha256', 'v', '1', ''];
  return [
    '',
    ',',
    '=',
    't',
    'v1',
    't=,v1=',
    time,
    right,
    `${time},v1`,
    `${time},v1=`,
    `${right},${right}`,
    `${time},${time},${right}`,
    `${time},${right},${time}`,
    `${time},${right},t=0`,
    `,${time},${right}`,
    `${time},${right},`,
    `${time},${right},x`,
    `${time},${right},x=`,
    `${time},${right},=x`,
    `${time},${right},__proto__`,
    `[${time},${right}]`,
    `{"t":${NOW},"v1":"${proof}"}`,
    `"${time},${right}"`,
    `Bearer ${proof}`,
    `${time},${right}${',v0=a'.repeat(500)}`,
    `${time}${`,v1=${'0'.repeat(64)}`.repeat(21)},${right}`,
    ...spellings.map((comma) => `${time}${comma}${right}`),
    ...names.map((name) => `${name}=${NOW},${right}`),
    ...schemes.map((scheme) => `${time},${scheme}=${proof}`),
  ];
}

/** Every one signed as it says, so that only the time is wrong. */
async function times(body: string): Promise<HostileDelivery[]> {
  const away = [301, 302, 330, 600, 3_599, 3_600, 86_399, 86_400, 604_800, 2_592_000, 31_536_000];
  const far = [...away.map((by) => NOW + by), ...away.map((by) => NOW - by)];
  const numbers = [0, 1, -1, 10 ** 11, 10 ** 12 - 1, NOW * 1_000, 2 ** 31, 2 ** 32, 2 ** 53];
  const spelt = [
    `+${NOW}`,
    `-${NOW}`,
    `0${NOW}`,
    `${NOW}.0`,
    `${NOW}.5`,
    `${NOW}e0`,
    `${NOW}n`,
    `${NOW}s`,
    `${NOW}Z`,
    `0x${NOW.toString(16)}`,
    NOW.toString(16),
    NOW.toString(2),
    `${String(NOW).slice(0, 5)}_${String(NOW).slice(5)}`,
    '12junk',
    'now',
    'NaN',
    'Infinity',
    'null',
    'true',
    '1e20',
    '٢٠٢٦',
    new Date(NOW * 1_000).toISOString(),
  ];
  const chance = Array.from({ length: 60 }, () => NOW + side() * (301 + between(0, 10 ** 6)));
  return Promise.all(
    [...far, ...numbers, ...spelt, ...chance].map(async (time) => {
      const right = await signatureOf(body, { at: NOW, secrets: [WEBHOOK_SECRET] });
      const own = typeof time === 'number' ? await sign(body, time) : right;
      const signature = asHeader(own.replace(/t=[^,]*/, `t=${time}`));
      return { name: `time ${time}`, signature, body };
    }),
  );
}

/** What somebody who does not know the secret could try. */
async function secrets(body: string): Promise<HostileDelivery[]> {
  const guesses = [
    '\0',
    ' ',
    'whsec_',
    'whsec_test',
    'secret',
    'changeme',
    'undefined',
    'null',
    'sk_test_simulator',
    'pk_test_simulator',
    WEBHOOK_SECRET.toUpperCase(),
    WEBHOOK_SECRET.toLowerCase(),
    `${WEBHOOK_SECRET} `,
    ` ${WEBHOOK_SECRET}`,
    `${WEBHOOK_SECRET}\n`,
    `${WEBHOOK_SECRET},`,
    WEBHOOK_SECRET.slice(0, -1),
    WEBHOOK_SECRET.slice('whsec_'.length),
    btoa(WEBHOOK_SECRET),
    ...Array.from({ length: 40 }, () => `whsec_${letters(32)}`),
  ];
  return Promise.all(
    guesses.map(async (guess) => ({
      name: 'secret',
      signature: await sign(body, NOW, guess),
      body,
    })),
  );
}

/** The right time beside a proof that is nearly right. */
function spoiltProofs(proof: string): string[] {
  const spelt = [
    proof.toUpperCase(),
    proof.slice(0, -1),
    proof.slice(1),
    proof.slice(0, 32),
    proof + proof,
    `${proof}0`,
    `0${proof}`,
    `${proof}zz`,
    `0x${proof}`,
    `${proof.slice(0, 62)}zz`,
    `sha256=${proof}`,
    '0'.repeat(64),
    'f'.repeat(64),
    'g'.repeat(64),
    btoa(proof),
    Buffer.from(proof, 'hex').toString('base64'),
    Buffer.from(proof, 'hex').toString('base64url'),
    proof.match(/../g)?.join(':') ?? '',
  ];
  const flipped = Array.from({ length: 64 }, (_, at) => {
    const digit = (Number.parseInt(proof[at] ?? '0', 16) ^ 1).toString(16);
    return proof.slice(0, at) + digit + proof.slice(at + 1);
  });
  return [...spelt, ...flipped].map((one) => asHeader(`t=${NOW},v1=${one}`));
}

/** Under the signature of another body: that of `event`. */
function bodies(event: string): HostileDelivery['body'][] {
  const bytes = new TextEncoder().encode(event);
  const flipped = Array.from({ length: 60 }, () => {
    const copy = Uint8Array.from(bytes);
    const at = between(0, copy.length - 1);
    copy[at] = (copy[at] ?? 0) ^ (1 << between(0, 7));
    return copy;
  });
  const cut = Array.from({ length: 30 }, () => event.slice(0, between(0, event.length - 1)));
  return [
    ...flipped,
    ...cut,
    '',
    ' ',
    `${event}\n`,
    `${event}\r\n`,
    ` ${event}`,
    `\uFEFF${event}`,
    `${event}\0`,
    event + event,
    JSON.stringify(JSON.parse(event), null, 2),
    JSON.stringify(event),
    `[${event}]`,
    encodeURIComponent(event),
    btoa(event),
    Uint8Array.from(gzipSync(event)),
    Uint8Array.from(Buffer.from(event, 'utf16le')),
    'x'.repeat(600_000),
    '['.repeat(400_000),
  ];
}

/** Signed with the right secret, and still no event. */
async function unreadable(): Promise<HostileDelivery[]> {
  const texts = ['', ' ', '0', '1e999', 'null', 'true', '"evt_1"', '[]', '[{}]', '{', '}', '{}{}'];
  const spoilt = [
    "{'id':1}",
    '{id:1}',
    '{"id":1,}',
    '//',
    '\uFEFF{}',
    '{"a":NaN}',
    '<xml/>',
    'a=b',
  ];
  const deep = ['['.repeat(100_000), '{"a":'.repeat(50_000)];
  return Promise.all(
    [...texts, ...spoilt, ...deep].map(async (body) => ({
      name: `signed ${body.slice(0, 10)}`,
      signature: await sign(body),
      body,
    })),
  );
}

/** What a header can hold: the rest would never leave the sender. */
function asHeader(text: string): string {
  return text.replaceAll(/[^\0-\u00FF]/g, '?');
}

function between(least: number, most: number): number {
  return least + Math.floor(random.next() * (most - least + 1));
}

function side(): number {
  return random.next() < 0.5 ? -1 : 1;
}

function letters(count: number): string {
  const all = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
  return Array.from({ length: count }, () => all[between(0, all.length - 1)]).join('');
}
