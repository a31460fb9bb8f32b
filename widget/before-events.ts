import type { BillingBeforeEvents } from './events.ts';

/** Asks the page whether this may happen; false where a listener prevented it. */
export function isAllowed<Name extends keyof BillingBeforeEvents>(
  target: EventTarget,
  name: Name,
  detail: BillingBeforeEvents[Name],
): boolean {
  const event = new CustomEvent(name, { bubbles: true, composed: true, cancelable: true, detail });
  return target.dispatchEvent(event);
}
