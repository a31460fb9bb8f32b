import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, type TestContext } from 'vitest';
import { LANGUAGES, ask, build, findMissing, runCommand, type Answer } from './languages.ts';
import { readCases, type Case } from './read-vectors.ts';
import { verify } from './reference-verifier.ts';

const SECRET = 'prt_test_only-for-this-test-0123456789abcdefghij';
const CUSTOMER = 'cus_NffrFeUfNV2Hib';
const BUILD_TIMEOUT_MS = 120_000;
const RUN_TIMEOUT_MS = 60_000;

const cases = readCases();
const validCases = cases.filter(({ result }) => result === 'valid');
const isUnsigned = ({ expires, id }: Case): boolean =>
  expires === null && /^v1\.(customer|email)\./.test(id);
/** Right id, right secret, and yet refused: so the hash must not be what an honest signer makes. */
const forgedCases = cases.filter(
  (test) => test.result === 'invalid' && !test.flags.includes('BadId') && !isUnsigned(test),
);

const languages = LANGUAGES.map((language) => [language.name, language] as const);

describe.each(languages)('the %s snippet', (_, language) => {
  let out: string;
  let missing: string | null = null;
  const answers = new Map<string, Promise<Answer>>();

  beforeAll(async () => {
    out = await mkdtemp(join(tmpdir(), 'portico-snippets-'));
    missing = await findMissing(language);
    if (missing === null) await build(language, out);
    else reportMissing(language.name, missing);
  }, BUILD_TIMEOUT_MS);
  afterAll(() => rm(out, { recursive: true, force: true }));

  /** The same question is asked of the program only once. */
  function sign(secret: string, { idType, expires, id }: Pick<Case, 'idType' | 'expires' | 'id'>) {
    const input = [secret, idType, expires ?? '', id].join('\n');
    const answer = answers.get(input) ?? ask(language.run(out), input);
    answers.set(input, answer);
    return answer;
  }

  async function signWithEach(test: Case): Promise<string[]> {
    const made = await Promise.all(test.secrets.map((secret) => sign(secret, test)));
    return made.map((answer) => (answer.kind === 'hash' ? answer.hash : `refused: ${answer.why}`));
  }

  it(
    'makes the hash of every valid vector',
    async (context) => {
      requireLanguage(context, language.name, missing);
      const wrong = await filterInPairs(validCases, async (test) => {
        return !(await signWithEach(test)).includes(test.hash);
      });
      expect(wrong.map(describeCase)).toEqual([]);
    },
    RUN_TIMEOUT_MS,
  );

  it(
    'makes no hash that the vectors call forged; of one that is only untimely, it makes the very hash',
    async (context) => {
      requireLanguage(context, language.name, missing);
      const wrong = await filterInPairs(forgedCases, async (test) => {
        const made = await signWithEach(test);
        const isRefused = made.some((hash) => hash.startsWith('refused'));
        return isRefused || made.includes(test.hash) !== test.flags.includes('BadTime');
      });
      expect(wrong.map(describeCase)).toEqual([]);
    },
    RUN_TIMEOUT_MS,
  );

  it('refuses a plain id that is an expiring message, an empty id and an empty secret', async (context) => {
    requireLanguage(context, language.name, missing);
    const plain = { idType: 'email', expires: null } as const;
    const questions = [
      sign(SECRET, { ...plain, id: 'v1.email.1800000600.ada@example.com' }),
      sign(SECRET, { ...plain, id: 'v1.customer.1800000600.cus_NffrFeUfNV2Hib' }),
      sign(SECRET, { ...plain, id: '' }),
      sign(SECRET, { idType: 'customer', expires: 1_800_000_600, id: '' }),
      sign('', { ...plain, id: 'ada@example.com' }),
    ];
    for (const answer of await Promise.all(questions)) {
      expect(answer).toMatchObject({
        kind: 'refused',
        why: expect.stringMatching(/cannot be signed|needs a/),
      });
    }
  });

  const { useDefault } = language;
  if (!useDefault) return;
  it('lasts ten minutes where no time is given', async (context) => {
    requireLanguage(context, language.name, missing);
    const before = Math.floor(Date.now() / 1000);
    const hash = await runCommand(useDefault(SECRET, CUSTOMER));
    const after = Math.floor(Date.now() / 1000);
    const expires = Number(hash.split('.')[1]);
    expect(expires).toBeGreaterThanOrEqual(before + 600);
    expect(expires).toBeLessThanOrEqual(after + 600);
    expect(await verify({ idType: 'customer', id: CUSTOMER, hash }, [SECRET], after)).toBe('valid');
  });
});

describe('openssl, which knows nothing of Portico', () => {
  it('makes the hash of every valid vector in ASCII', async (context) => {
    requireLanguage(context, 'openssl', await findMissing(OPENSSL));
    const ascii = validCases.filter(({ id, secrets }) => isAscii(id + secrets.join('')));
    const wrong = await filterInPairs(ascii, async (test) => {
      const made = await Promise.all(test.secrets.map((secret) => signByOpenssl(secret, test)));
      return !made.includes(test.hash);
    });
    expect(ascii.length).toBeGreaterThan(25);
    expect(wrong.map(describeCase)).toEqual([]);
  });

  it('prints what the example in SPEC.md says', async (context) => {
    requireLanguage(context, 'openssl', await findMissing(OPENSSL));
    const spec = readFileSync(new URL('SPEC.md', import.meta.url), 'utf8');
    const lines = /```sh\n([^]*?)```/.exec(spec)?.[1]?.trimEnd().split('\n') ?? [];
    const commands = lines.filter((line) => line.startsWith('$ ')).map((line) => line.slice(2));
    const printed = lines.filter((line) => !line.startsWith('$ '));
    expect(printed).toHaveLength(2);
    expect((await runCommand(['sh', '-c', commands.join('\n')])).trimEnd().split('\n')).toEqual(
      printed,
    );
  });
});

const OPENSSL = { name: 'openssl', needs: [['openssl', 'version']], run: () => ['openssl'] };

async function signByOpenssl(secret: string, { idType, id, expires }: Case): Promise<string> {
  const message = expires === null ? id : `v1.${idType}.${expires}.${id}`;
  const answer = await ask(['openssl', 'dgst', '-sha256', '-hmac', secret, '-r'], message);
  const hex = answer.kind === 'hash' ? answer.hash.slice(0, 64) : answer.why;
  return expires === null ? hex : `v1.${expires}.${hex}`;
}

function reportMissing(name: string, why: string): void {
  process.stderr.write(`NOT RUN: the ${name} snippet, because ${why}\n`);
}

/** A laptop may lack a language; the machine that guards the project may not. */
function requireLanguage(context: TestContext, name: string, missing: string | null): void {
  if (missing === null) return;
  if (process.env['CI']) throw new Error(`${name} is needed here: ${missing}`);
  context.skip(`${name} was not run: ${missing}`);
}

/** Two at a time: enough to keep two cores busy. */
async function filterInPairs(
  list: Case[],
  test: (item: Case) => Promise<boolean>,
): Promise<Case[]> {
  const rest = list.values();
  const kept: Case[] = [];
  const work = async (): Promise<void> => {
    for (const item of rest) if (await test(item)) kept.push(item);
  };
  await Promise.all([work(), work()]);
  return kept;
}

function isAscii(text: string): boolean {
  return /^[\u0020-\u007e]*$/.test(text);
}

function describeCase({ tcId, comment }: Case): string {
  return `${tcId}: ${comment}`;
}
