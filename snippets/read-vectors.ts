import { readFileSync } from 'node:fs';
import * as v from 'valibot';

export const VECTORS_FILE = new URL('vectors.json', import.meta.url);

const Vector = v.strictObject({
  tcId: v.pipe(v.number(), v.integer()),
  comment: v.pipe(v.string(), v.nonEmpty()),
  flags: v.pipe(v.array(v.string()), v.nonEmpty()),
  idType: v.picklist(['customer', 'email']),
  id: v.string(),
  expires: v.nullable(v.pipe(v.number(), v.integer())),
  hash: v.string(),
  result: v.picklist(['valid', 'invalid']),
});

const common = { type: v.string(), now: v.number(), tests: v.pipe(v.array(Vector), v.nonEmpty()) };
const Group = v.union([
  v.strictObject({ ...common, secret: v.string() }),
  v.strictObject({ ...common, secrets: v.pipe(v.array(v.string()), v.minLength(2)) }),
]);

const Vectors = v.strictObject({
  algorithm: v.literal('HMACSHA256'),
  schema: v.string(),
  numberOfTests: v.number(),
  header: v.array(v.string()),
  notes: v.record(v.string(), v.strictObject({ bugType: v.string(), description: v.string() })),
  testGroups: v.pipe(v.array(Group), v.nonEmpty()),
});

export type Vectors = v.InferOutput<typeof Vectors>;
/** One vector with what its group says about all of them. */
export type Case = v.InferOutput<typeof Vector> & { secrets: string[]; now: number };

/** Throws if the file is not of the shape that SPEC.md describes. */
export function readVectors(): Vectors {
  return v.parse(Vectors, JSON.parse(readFileSync(VECTORS_FILE, 'utf8')));
}

export function readCases(): Case[] {
  return readVectors().testGroups.flatMap((group) => {
    const secrets = 'secrets' in group ? group.secrets : [group.secret];
    return group.tests.map((test) => ({ ...test, secrets, now: group.now }));
  });
}
