import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { ROUTE_TYPES } from './routes.mjs';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
/** Inside the tree, so that `stripe` is found from there; Git and the formatter ignore it. */
const SCRATCH = path.join(ROOT, 'e2e/.out');

/** Every exchange in `folder` as `recordTraffic` wrote it, one per file. */
export async function readTraffic(folder) {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.json'));
  return Promise.all(
    names
      .toSorted()
      .map(async (name) => JSON.parse(await readFile(path.join(folder, name), 'utf8'))),
  );
}

/**
 * Holds recorded calls against Stripe's own types: each becomes a literal of the type that the SDK
 * has for it, and the compiler says what is unknown, missing or of another type. Two ways, because
 * what we ask and what we are answered may be wrong on their own.
 */
export async function checkTraffic(exchanges) {
  const unknown = exchanges
    .filter(({ call }) => ROUTE_TYPES[call] === undefined)
    .map(({ call }) => `${call}: scripts/traffic/routes.mjs does not know this call.`);
  const known = exchanges.filter(({ call }) => ROUTE_TYPES[call] !== undefined);
  const sources = { requests: literalsOf(known, 'request'), answers: literalsOf(known, 'answer') };
  await mkdir(SCRATCH, { recursive: true });
  const folder = await mkdtemp(path.join(SCRATCH, 'traffic-'));
  try {
    await writeProject(folder, sources);
    const output = await compile(folder);
    const complaints = (way) => [...new Set([...unknown, ...explain(output, way, sources[way])])];
    return { requests: complaints('requests'), answers: complaints('answers') };
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** One declaration for each exchange of that way, on one line, so that a line number names it. */
function literalsOf(exchanges, way) {
  return exchanges
    .filter((exchange) => exchange.way === way)
    .map(({ call, value }, index) => {
      const [params, answer] = ROUTE_TYPES[call];
      const type = way === 'request' ? `Form<Stripe.${params}>` : `Answer<${answerType(answer)}>`;
      return { call, text: `export const n${index}: ${type} = ${JSON.stringify(value)};` };
    });
}

function answerType(name) {
  return name.endsWith('[]') ? `Stripe.ApiList<Stripe.${name.slice(0, -2)}>` : `Stripe.${name}`;
}

async function writeProject(folder, sources) {
  const header =
    "import type Stripe from 'stripe';\n" +
    "import type { Answer, Form } from '../../../scripts/traffic/exact.ts';\n";
  for (const [name, literals] of Object.entries(sources)) {
    const lines = literals.map(({ text }) => text);
    await writeFile(path.join(folder, `${name}.ts`), `${header}${lines.join('\n')}\n`);
  }
  const config = {
    extends: '../../../tsconfig.json',
    compilerOptions: { noUnusedLocals: false },
    include: ['*.ts'],
  };
  await writeFile(path.join(folder, 'tsconfig.json'), JSON.stringify(config));
}

const HEADER_LINES = 2;

async function compile(folder) {
  const tsc = path.join(ROOT, 'node_modules/.bin/tsc');
  return new Promise((resolve) => {
    execFile(
      tsc,
      ['-p', folder, '--pretty', 'false'],
      { cwd: folder, maxBuffer: 64 * 1024 * 1024 },
      (error, out, trouble) => resolve({ hasFailed: error !== null, text: `${out}${trouble}` }),
    );
  });
}

/** What the compiler said about one file, by call. Trouble that is of neither file counts for both. */
function explain({ hasFailed, text }, way, literals) {
  if (!hasFailed) return [];
  const complaints = [];
  let isOurs = false;
  for (const line of text.split('\n')) {
    const [, file, row, message] = /^(?:.*\/)?([^/(]+)\((\d+),\d+\): (.*)$/.exec(line) ?? [];
    if (file === undefined) {
      if (isOurs && line.startsWith(' ')) complaints.push(`${complaints.pop()}\n${line}`);
      else if (line.trim() && !line.startsWith(' ')) complaints.push(line);
      continue;
    }
    isOurs = file === `${way}.ts`;
    if (isOurs) complaints.push(`${literals[Number(row) - 1 - HEADER_LINES]?.call}: ${message}`);
    else if (!['requests.ts', 'answers.ts'].includes(file)) complaints.push(line);
  }
  return complaints;
}
