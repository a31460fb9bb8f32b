import type { CustomerBrowser, Heard } from './customer.ts';
import type { Effects } from './effects.ts';
import { causeTrouble } from './cause-trouble.ts';
import type { Baseline, Run } from './run-cell.ts';
import { answerCode, keepsIntent, needsNewPreview } from './widget-rules.ts';

/** What the customer tried, what was answered, and what had really happened by then. */
export interface Attempts {
  codes: string[];
  /** The effects at the moment of each answer, and whether the overview showed it next. */
  seen: { code: string; effects: Effects; isShown: boolean }[];
  callsOfFirst: string[];
  isShown: boolean;
  /** From the end of the trouble until the customer saw what they wanted. */
  recoveredAfterMs: number;
}

interface Trying {
  run: Run;
  browser: CustomerBrowser;
  /** The id that the call is about. */
  about: string;
  /** Null where nothing goes wrong. */
  baseline: Baseline | null;
}

const MAX_TRIES = 8;
/** Longer than anything that a request has left behind can go on. */
const AFTERMATH_MS = 60_000;

/** As the widget does it: the same intent again after an open outcome, a new one after a clear no. */
export async function tryAndRecover(trying: Trying): Promise<Attempts> {
  const { run, browser, about, baseline } = trying;
  const { time } = run;
  const wish = new Wish(trying);
  const attempts: Attempts = {
    codes: [],
    seen: [],
    callsOfFirst: [],
    isShown: false,
    recoveredAfterMs: 0,
  };
  const note = (heard: Heard | null): void => {
    const code = answerCode(heard);
    attempts.codes.push(code);
    attempts.seen.push({ code, effects: run.effects(), isShown: false });
    wish.answered(code);
  };
  const isShown = async (): Promise<boolean> => {
    const overview = await time.pass(browser.overview());
    const isSo = overview !== null && run.cell.operation.isShown(overview, about, run.world);
    const last = attempts.seen.at(-1);
    if (last) last.isShown = isSo;
    return isSo;
  };

  await time.pass(wish.preview());
  const before = run.instance.line.calls().length;
  const trouble = causeTrouble(run, baseline);
  for (const heard of await time.pass(trouble.firstTry(wish))) note(heard);
  attempts.callsOfFirst = run.instance.line.calls().slice(before);
  await time.pass(trouble.end());
  const clearedAt = time.nowMs();
  attempts.isShown = await isShown();
  while (!attempts.isShown && attempts.codes.length < MAX_TRIES) {
    await time.sleep(500);
    note(await time.pass(wish.tryOnce()));
    attempts.isShown = await isShown();
  }
  attempts.recoveredAfterMs = time.nowMs() - clearedAt;
  await time.sleep(AFTERMATH_MS);
  attempts.isShown &&= await isShown();
  return attempts;
}

/** One thing that the customer wants, with the intent and the preview that stand for it now. */
export class Wish {
  readonly #trying: Trying;
  #intent = crypto.randomUUID();
  #previewToken = '';
  #isPreviewOld = false;

  constructor(trying: Trying) {
    this.#trying = trying;
  }

  /** The same wish in another tab. */
  async inAnotherTab(): Promise<Wish> {
    const other = new Wish(this.#trying);
    await other.preview();
    return other;
  }

  async preview(): Promise<void> {
    const { run, browser, about } = this.#trying;
    const { preview } = run.cell.operation;
    if (!preview) return;
    const heard = await browser.call(preview.call, { id: about, body: preview.body(run.world) });
    if (heard.status === 200) this.#previewToken = JSON.parse(heard.text).previewToken;
    this.#isPreviewOld = false;
  }

  async tryOnce(): Promise<Heard> {
    if (this.#isPreviewOld) await this.preview();
    const { run, browser, about } = this.#trying;
    const { operation } = run.cell;
    const { call } = operation;
    const previewed = operation.preview && { previewToken: this.#previewToken };
    const sent = previewed ?? operation.body?.(run.world);
    return browser.call(call, {
      id: about,
      ...(sent !== undefined && { body: sent }),
      ...(!call.startsWith('GET') && { intent: this.#intent }),
    });
  }

  answered(code: string): void {
    if (!keepsIntent(code)) this.#intent = crypto.randomUUID();
    this.#isPreviewOld = needsNewPreview(code);
  }
}
