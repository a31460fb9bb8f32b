import { PROBLEMS } from '../../contract/problems.ts';
import { codeOf, problemOf, type Heard } from './customer.ts';
import type { Baseline, Run } from './run-cell.ts';
import type { Attempts } from './try-and-recover.ts';
import { STRIPE_KEY } from './world.ts';

interface Judged {
  run: Run;
  attempts: Attempts;
  baseline: Baseline;
  /** The word that only this customer's texts have. */
  canary: string;
  /** Hashes, tokens and the portal's own secret. */
  secrets: string[];
}

const READ_LIMIT_MS = 8_000;
const CHANGE_LIMIT_MS = 15_000;
const RECOVERY_LIMIT_MS = 5_000;

/** The eight invariants, by what really happened and by every byte that went out. */
export function judge(judged: Judged): string[] {
  return [
    ...doubleOrLost(judged),
    ...untrue(judged),
    ...judged.run.heard.flatMap((heard) => [
      ...tooLate(heard),
      ...unclear(heard),
      ...leaks(judged, heard),
    ]),
    ...inTheLog(judged),
    ...notRecovered(judged),
  ];
}

/** I1, I2, I6: exactly the one effect that the operation has, and it is shown. */
function doubleOrLost({ run, attempts, baseline }: Judged): string[] {
  const [is, should] = [run.effects(), baseline.effects].map((one) => JSON.stringify(one));
  return [
    ...(is === should ? [] : [`I1/I6: ${is} has happened instead of ${should}`]),
    ...(attempts.isShown ? [] : [`I2: it is not shown after ${attempts.codes.join(', ')}`]),
  ];
}

/** I2, I5: what is called done is done, and what is called not done is not. */
function untrue({ run, attempts, baseline }: Judged): string[] {
  const should = JSON.stringify(baseline.effects);
  const { at } = run.cell.fault.trouble;
  const isAlone = at !== 'process' && at !== 'browser';
  return attempts.seen.flatMap(({ code, effects, isShown }) => {
    const is = JSON.stringify(effects);
    if (code === 'ok' && is !== should) return [`I2: called done, but ${is}`];
    return code === 'not-applied' && isShown && isAlone ? ['I5: called not done, and it is'] : [];
  });
}

/** I4 */
function tooLate({ name, tookMs }: Heard): string[] {
  const isRead = name.startsWith('GET') || /preview$|sessions/.test(name);
  const limitMs = isRead ? READ_LIMIT_MS : CHANGE_LIMIT_MS;
  return tookMs <= limitMs ? [] : [`I4: ${name} took ${Math.round(tookMs)} ms`];
}

/** I5: a problem that we have words for, with an id to ask support about. */
function unclear(heard: Heard): string[] {
  const problem = problemOf(heard);
  if (problem === null) return [];
  const isKnown = Object.hasOwn(PROBLEMS, problem.code) && problem.status === heard.status;
  const isClear = isKnown && /^[\w-]{8,}$/.test(problem.requestId);
  return isClear ? [] : [`I5: ${heard.name} answered ${heard.text}`];
}

/** I3, I7 */
function leaks({ canary, secrets }: Judged, heard: Heard): string[] {
  const bytes = heard.headers + heard.text;
  const foreign = (bytes.match(/canary\d+x/g) ?? []).filter((word) => word !== canary);
  const isSignIn = heard.name.startsWith('POST /v1/sessions');
  const own = secrets.filter((secret) => bytes.includes(secret));
  const isTold = isSignIn && codeOf(heard) === 'ok';
  return [
    ...foreign.map((word) => `I3: ${heard.name} has ${word}`),
    ...(own.length > (isTold ? 1 : 0) ? [`I7: ${heard.name} answers with a secret`] : []),
    ...(hasKey(bytes) ? [`I7: ${heard.name} answers with a key of Stripe’s`] : []),
  ];
}

/** I7 */
function inTheLog({ run, secrets }: Judged): string[] {
  const text = run.log.join('\n');
  const isLeaking = hasKey(text) || secrets.some((secret) => text.includes(secret));
  return isLeaking ? ['I7: a secret is in the log'] : [];
}

function hasKey(text: string): boolean {
  return text.includes(STRIPE_KEY) || /whsec_\w|_secret_\w/.test(text);
}

/** I8 */
function notRecovered({ attempts }: Judged): string[] {
  const { recoveredAfterMs: tookMs } = attempts;
  return tookMs <= RECOVERY_LIMIT_MS ? [] : [`I8: recovered only after ${Math.round(tookMs)} ms`];
}
