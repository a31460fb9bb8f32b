/**
 * Writes vectors.json, always the same bytes: fixed clock, fixed secrets, no chance.
 * `node make-vectors.mjs` writes the file; `--print` sends it to stdout instead.
 */
import { writeFileSync } from 'node:fs';
import process from 'node:process';
import { expiringCases } from './vector-cases/expiring.mjs';
import { idCases } from './vector-cases/ids.mjs';
import { NOTES } from './vector-cases/notes.mjs';
import { plainCases } from './vector-cases/plain.mjs';
import {
  HEX_SECRET,
  NON_ASCII_SECRET,
  hexSecretCases,
  nonAsciiSecretCases,
  rotationCases,
} from './vector-cases/secrets.mjs';
import { NOW, OTHER_SECRET, SECRET } from './vector-cases/signing.mjs';

const GROUPS = [
  { type: 'plain', secret: SECRET, cases: plainCases() },
  { type: 'expiring', secret: SECRET, cases: expiringCases() },
  { type: 'ids', secret: SECRET, cases: idCases() },
  { type: 'rotation', secrets: [SECRET, OTHER_SECRET], cases: rotationCases() },
  { type: 'secret of hex digits', secret: HEX_SECRET, cases: hexSecretCases() },
  { type: 'secret outside ASCII', secret: NON_ASCII_SECRET, cases: nonAsciiSecretCases() },
];

function makeVectors() {
  let lastId = 0;
  const testGroups = GROUPS.map(({ cases, type, ...secrets }) => ({
    type,
    ...secrets,
    now: NOW,
    tests: cases.map((test) => ({ tcId: ++lastId, ...test })),
  }));
  return {
    algorithm: 'HMACSHA256',
    schema: 'SPEC.md#the-vectors',
    numberOfTests: lastId,
    header: [
      'Hashes that sign a customer in to <billing-portal>, as SPEC.md describes them.',
      'The secrets are public, and none has the form that a server starts with.',
      'Made by make-vectors.mjs; do not edit by hand.',
    ],
    notes: NOTES,
    testGroups,
  };
}

/** JSON in ASCII, so that look-alike, invisible and right-to-left letters can be read and reviewed. */
function toText(vectors) {
  const json = JSON.stringify(vectors, null, 2)
    .replace(/[\u007f-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .replace(/"flags": \[[^\]]*\]/g, (list) =>
      list.replace(/\[\s+/, '[').replace(/\s+\]/, ']').replace(/,\s+/g, ', '),
    );
  return `${json}\n`;
}

const text = toText(makeVectors());
if (process.argv.includes('--print')) process.stdout.write(text);
else writeFileSync(new URL('vectors.json', import.meta.url), text);
