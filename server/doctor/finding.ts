import type { Clock } from '../clock.ts';
import type { Environment, PortalOptions, ReadFile } from '../options.ts';
import type { Ask } from '../stripe/http/ask.ts';
import type { CallStripe } from './call-stripe.ts';

/** What a check has found: one line, and what to do about it. No value of a secret is ever in it. */
export interface Finding {
  check: string;
  verdict: 'ok' | 'warning' | 'problem';
  text: string;
  advice?: string;
}

/** A server as it would start here, and what the doctor may use to look at it. */
export interface Patient {
  environment: Environment;
  readFile: ReadFile;
  ask: Ask;
  now: Clock;
  /** The site's own endpoint that signs hashes, to be tried with a stranger's id. */
  probeUrl: string | null;
}

/** A patient whose settings can be read. */
export interface Examined extends Patient {
  options: PortalOptions;
  callStripe: CallStripe;
}

export type Check = (patient: Examined) => Promise<Finding[]>;
