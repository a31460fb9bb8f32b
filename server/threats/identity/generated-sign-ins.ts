/** Sign-ins by the thousand: right ones, and right ones to which one thing was done. */
import type { SignIn } from './oracle.ts';
import { expiring, mac } from './door.ts';

export interface Ground {
  secret: string;
  otherSecret: string;
  now: number;
  customers: readonly { customerId: string; email: string }[];
}

type Random = () => number;

/** The same for the same seed, on every machine (mulberry32). */
export function randomFrom(seed: number): Random {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export function* generateSignIns(count: number, ground: Ground, random: Random): Generator<SignIn> {
  for (let index = 0; index < count; index += 1) {
    const right = rightSignIn(ground, random);
    yield random() < 0.25 ? right : pick(SPOILS, random)(right, ground, random);
  }
}

function rightSignIn(ground: Ground, random: Random): SignIn {
  const { customerId, email } = pick(ground.customers, random);
  const isEmail = random() < 0.5;
  const id = isEmail ? email : customerId;
  const hash =
    random() < 0.5
      ? mac(ground.secret, id)
      : expiring(ground.secret, isEmail ? 'email' : 'customer', id, timeOf(ground, random));
  return isEmail ? { email, hash } : { customerId, hash };
}

/** Near the borders more often than anywhere else. */
function timeOf({ now }: Ground, random: Random): number {
  const border = pick([0, 86_400], random);
  const near = Math.floor(random() * 5) - 2;
  return random() < 0.4 ? now + border + near : now + 1 + Math.floor(random() * 86_400);
}

type Spoil = (right: SignIn, ground: Ground, random: Random) => SignIn;

const STRANGE = ['', ' ', '\n', '\u0000', '.', '@', 'é', '\ud800', '\u200b', '\ufeff', '0', 'G'];

/** What is done to one place of a text: something put in, taken out or put in its stead. */
function disturb(text: string, random: Random): string {
  const at = Math.floor(random() * (text.length + 1));
  const rest = text.slice(at + Math.floor(random() * 3));
  return text.slice(0, at) + pick(STRANGE, random) + rest;
}

function withId({ hash, email }: SignIn, id: string): SignIn {
  return email === undefined ? { customerId: id, hash } : { email: id, hash };
}

/** Signs whatever is there as a site's backend would, so that only the id can be at fault. */
function signed(signIn: SignIn, secret: string): SignIn {
  return { ...signIn, hash: mac(secret, signIn.email ?? signIn.customerId ?? '') };
}

const SPOILS: readonly Spoil[] = [
  (right, _, random) => ({ ...right, hash: disturb(right.hash, random) || '0' }),
  (right, _, random) => ({ ...right, hash: right.hash.slice(0, 1 + random() * right.hash.length) }),
  (right) => ({ ...right, hash: right.hash.toUpperCase() }),
  (right) => ({ ...right, hash: Buffer.from(right.hash, 'hex').toString('base64') || '0' }),
  (right) => ({ ...right, hash: right.hash.replace(/^v1\./, 'v2.') }),
  (right, _, random) =>
    withId(right, disturb(right.email ?? right.customerId ?? '', random) || 'x'),
  (right, { secret }, random) => {
    const id = disturb(right.email ?? right.customerId ?? '', random);
    return signed(withId(right, id || 'x'), secret);
  },
  (right, { customers }, random) => {
    const { customerId, email } = pick(customers, random);
    return withId(right, right.email === undefined ? customerId : email);
  },
  ({ customerId, email, hash }) =>
    email === undefined ? { email: customerId ?? '', hash } : { customerId: email, hash },
  ({ hash }, { customers }, random) => ({ ...pick(customers, random), hash }),
  (right, { otherSecret }) => signed(right, otherSecret),
  (right, { secret, now }) => {
    const id = right.email ?? right.customerId ?? '';
    const type = right.email === undefined ? 'email' : 'customer';
    return { ...right, hash: expiring(secret, type, id, now + 60) };
  },
  (right, { secret, now }) =>
    signed(withId({ ...right, email: '' }, `v1.email.${now + 60}.ada@example.com`), secret),
  (right, { secret, now }, random) => {
    const id = right.email ?? right.customerId ?? '';
    const type = right.email === undefined ? 'customer' : 'email';
    const time = disturb(String(now + 60), random);
    return { ...right, hash: `v1.${time}.${mac(secret, `v1.${type}.${time}.${id}`)}` };
  },
];

function pick<T>(list: readonly T[], random: Random): T {
  const found = list[Math.floor(random() * list.length)];
  if (found === undefined) throw new Error('Nothing to pick from.');
  return found;
}
