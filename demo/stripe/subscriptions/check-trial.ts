import { refuse } from '../wire/fault.ts';

export const MAXIMUM_TRIAL_DAYS = 730;

/** @throws for a trial that ends in the past, or after more than two years. */
export function checkTrialEnd(end: number, now: number, at: string): void {
  if (end <= now) {
    throw refuse('Invalid trial_end: must be an integer timestamp in the future.', at);
  }
  if (end > now + MAXIMUM_TRIAL_DAYS * 86_400) {
    const message = `The maximum number of trial period days is ${MAXIMUM_TRIAL_DAYS} (2 years).`;
    throw refuse(message, at);
  }
}
