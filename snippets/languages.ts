/** How each snippet is built, started and imported. The tests know the languages only from here. */
import { execFile, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

export interface Language {
  /** Also the folder below hmac/. */
  name: string;
  /** Commands that must answer, or the language is not there. */
  needs: string[][];
  /** Run once, inside the snippet's own folder; `out` is an empty one. */
  build?: (out: string) => string[];
  /** The stdin program. */
  run: (out: string) => string[];
  /** Imports the snippet and prints an expiring hash without naming a time, where that can be left out. */
  useDefault?: (secret: string, id: string) => string[];
}

const here = (path: string): string => fileURLToPath(new URL(`hmac/${path}`, import.meta.url));

export const LANGUAGES: Language[] = [
  {
    name: 'node',
    needs: [['node', '--version']],
    run: () => ['node', here('node/portico-hash.mjs')],
    useDefault: (secret, id) => [
      'node',
      '--input-type=module',
      '--eval',
      `import { expiringHash } from ${JSON.stringify(new URL('hmac/node/portico-hash.mjs', import.meta.url))};
       process.stdout.write(expiringHash('${secret}', 'customer', '${id}'));`,
    ],
  },
  {
    name: 'python',
    needs: [['python3', '--version']],
    run: () => ['python3', '-B', here('python/portico_hash.py')],
    useDefault: (secret, id) => [
      'python3',
      '-B',
      '-c',
      `import sys; sys.path.insert(0, ${JSON.stringify(here('python'))}); import portico_hash
print(portico_hash.expiring_hash('${secret}', 'customer', '${id}'), end='')`,
    ],
  },
  {
    name: 'ruby',
    needs: [['ruby', '--version']],
    run: () => ['ruby', here('ruby/portico_hash.rb')],
    useDefault: (secret, id) => [
      'ruby',
      '-e',
      `require ${JSON.stringify(here('ruby/portico_hash.rb'))}; print PorticoHash.expiring('${secret}', 'customer', '${id}')`,
    ],
  },
  {
    name: 'php',
    needs: [['php', '--version']],
    run: () => ['php', here('php/portico-hash.php')],
    useDefault: (secret, id) => [
      'php',
      '-r',
      `require ${JSON.stringify(here('php/portico-hash.php'))}; echo portico_expiring_hash('${secret}', 'customer', '${id}');`,
    ],
  },
  {
    name: 'go',
    needs: [['go', 'version']],
    build: (out) => ['go', 'build', '-o', `${out}/portico-hash`, '.'],
    run: (out) => [`${out}/portico-hash`],
  },
  {
    name: 'java',
    needs: [
      ['java', '-version'],
      ['javac', '-version'],
    ],
    build: (out) => ['javac', '-d', out, 'PorticoHash.java'],
    run: (out) => [
      'java',
      '-XX:TieredStopAtLevel=1',
      '-XX:+UseSerialGC',
      '-cp',
      out,
      'PorticoHash',
    ],
  },
];

/** Why the language cannot be run on this machine, or null if it can. */
export async function findMissing({ needs }: Language): Promise<string | null> {
  for (const command of needs) {
    try {
      await runCommand(command);
    } catch (error) {
      return `\`${command.join(' ')}\` does not answer (${firstLine(error)})`;
    }
  }
  return null;
}

/** Throws with the compiler's words if the snippet does not build. */
export async function build(language: Language, out: string): Promise<void> {
  if (language.build) await runCommand(language.build(out), here(language.name));
}

/** What the command prints. */
export async function runCommand([file = '', ...args]: string[], cwd?: string): Promise<string> {
  const { stdout } = await promisify(execFile)(file, args, { cwd, env: environment() });
  return stdout;
}

export type Answer = { kind: 'hash'; hash: string } | { kind: 'refused'; why: string };

/** Starts the program, feeds it these bytes, and waits for its end. */
export async function ask([file = '', ...args]: string[], input: string): Promise<Answer> {
  const program = spawn(file, args, { env: environment() });
  const [out, err] = [program.stdout, program.stderr].map(async (stream) => {
    let text = '';
    for await (const chunk of stream.setEncoding('utf8')) text += String(chunk);
    return text;
  });
  program.stdin.end(input);
  const code = await new Promise((resolve, reject) => {
    program.on('error', reject).on('close', resolve);
  });
  if (code === 0) return { kind: 'hash', hash: (await out) ?? '' };
  return { kind: 'refused', why: `${await out}${await err}` };
}

/** A bare locale, which is what a container or a cron job has; and nothing from the network. */
function environment(): NodeJS.ProcessEnv {
  return { ...process.env, LC_ALL: 'C', GOPROXY: 'off', GOTOOLCHAIN: 'local', GOFLAGS: '' };
}

function firstLine(error: unknown): string {
  return String(error).split('\n', 1)[0] ?? '';
}
