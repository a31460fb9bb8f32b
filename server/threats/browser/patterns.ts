/** Every regular expression of the sources that run at a site's or a customer's, and where it stands. */
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseSync } from 'vite';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const FOLDERS = ['contract', 'server', 'widget'];
/** What is only for tests. */
const NOT_RUN = /\.test\.ts$|\.fake\.ts$|(?:^|\/)(?:testing|threats|faults)\//;

export interface Pattern {
  /** Like `server/origin.ts`. */
  file: string;
  regex: RegExp;
}

export interface Sources {
  files: string[];
  patterns: Pattern[];
  /** The files that put a pattern together while they run. */
  dynamic: string[];
}

export async function readPatterns(): Promise<Sources> {
  const files: string[] = [];
  for (const folder of FOLDERS) {
    const names = await readdir(path.join(root, folder), { recursive: true });
    files.push(...names.map((name) => path.posix.join(folder, name)));
  }
  const run = files.filter((file) => file.endsWith('.ts') && !NOT_RUN.test(file)).toSorted();
  const found = await Promise.all(run.map(readFileOf));
  return {
    files: run,
    patterns: found.flatMap(({ patterns }) => patterns),
    dynamic: found.filter(({ isDynamic }) => isDynamic).map(({ file }) => file),
  };
}

async function readFileOf(file: string) {
  const code = await readFile(path.join(root, file), 'utf8');
  const { program, errors } = parseSync(file, code);
  if (errors.length > 0) throw new Error(`${file} cannot be read.`);
  const patterns: Pattern[] = [];
  let isDynamic = false;
  visit(program, (node) => {
    const { regex } = node as { regex?: { pattern: string; flags: string } };
    if (regex) patterns.push({ file, regex: new RegExp(regex.pattern, regex.flags) });
    const { callee } = node as { callee?: { name?: string } };
    if (callee?.name === 'RegExp') isDynamic = true;
  });
  return { file, patterns, isDynamic };
}

function visit(node: unknown, look: (node: object) => void): void {
  if (typeof node !== 'object' || node === null) return;
  look(node);
  for (const child of Object.values(node)) visit(child, look);
}
