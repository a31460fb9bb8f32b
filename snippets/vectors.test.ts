import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { VECTORS_FILE, readCases, readVectors } from './read-vectors.ts';
import { verify } from './reference-verifier.ts';

const SCRIPT = fileURLToPath(new URL('make-vectors.mjs', import.meta.url));

describe('vectors.json', () => {
  it('is what make-vectors.mjs makes', () => {
    const made = execFileSync(process.execPath, [SCRIPT, '--print'], { encoding: 'utf8' });
    expect(readFileSync(VECTORS_FILE, 'utf8')).toBe(made);
  });

  it('numbers its vectors from 1 without a gap, and counts them', () => {
    const ids = readCases().map(({ tcId }) => tcId);
    expect(ids).toEqual(ids.map((_, index) => index + 1));
    expect(readVectors().numberOfTests).toBe(ids.length);
  });

  it('explains every flag that it uses, and uses every flag that it explains', () => {
    const used = new Set(readCases().flatMap(({ flags }) => flags));
    expect([...used].toSorted()).toEqual(Object.keys(readVectors().notes).toSorted());
  });

  it('never asks the same question twice', () => {
    const questions = readCases().map(({ idType, id, hash, secrets }) =>
      JSON.stringify([idType, id, hash, secrets]),
    );
    const twice = questions.filter((question, index) => questions.indexOf(question) !== index);
    expect(twice).toEqual([]);
  });

  it('has valid vectors and every kind of refusal, in both forms and for both types', () => {
    const kinds = new Set(
      readCases().map(({ flags, idType, expires, result }) =>
        [
          result === 'valid' ? 'valid' : flags[0],
          idType,
          expires === null ? 'plain' : 'expiring',
        ].join(' '),
      ),
    );
    const plainAndExpiring = ['valid', 'BadId', 'WrongMac'].flatMap((kind) =>
      ['customer', 'email'].flatMap((type) => [
        `${kind} ${type} plain`,
        `${kind} ${type} expiring`,
      ]),
    );
    const others = [
      'BadSpelling email plain',
      'BadSpelling email expiring',
      'BadTime customer expiring',
    ];
    expect([...kinds].toSorted()).toEqual([...plainAndExpiring, ...others].toSorted());
  });
});

describe('the reference verifier', () => {
  it.each(readCases())('says of $tcId ($comment): $result', async (vector) => {
    const verdict = await verify(vector, vector.secrets, vector.now);
    expect(verdict).toBe(vector.result === 'valid' ? 'valid' : vector.flags[0]);
  });
});
