import { BillingPortal } from './element.ts';

// Twice on one page, or after a soft navigation, is no error.
if (!customElements.get('billing-portal')) customElements.define('billing-portal', BillingPortal);

export { BillingPortal };
export type { BillingChange, BillingEventMap } from './events.ts';
export type { MessageOverrides } from './wording.ts';
