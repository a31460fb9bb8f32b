import type { Flow, FlowName, Portal, RequestFor } from '../flow.ts';
import { openAddPaymentMethod } from './add-payment-method.ts';
import { openCancel } from './cancel.ts';
import { openChangePlan } from './change-plan.ts';
import { openDirect } from './direct.ts';
import { openLoadInvoices } from './load-invoices.ts';
import { openInvoice } from './open-invoice.ts';
import { openPayInvoice } from './pay-invoice.ts';
import { openPromotionCode } from './promotion-code.ts';
import { openRemovePaymentMethod } from './remove-payment-method.ts';
import { openResubscribe } from './resubscribe.ts';

type Opener<Name extends FlowName> = (portal: Portal, request: RequestFor<Name>) => Flow;

const OPENERS: { [Name in FlowName]: Opener<Name> } = {
  'change-plan': openChangePlan,
  resubscribe: openResubscribe,
  cancel: openCancel,
  'promotion-code': openPromotionCode,
  'add-payment-method': openAddPaymentMethod,
  'pay-invoice': openPayInvoice,
  keep: openDirect,
  'undo-change': openDirect,
  'make-default': openDirect,
  'remove-payment-method': openRemovePaymentMethod,
  'open-invoice': openInvoice,
  'load-invoices': openLoadInvoices,
};

/** The flow for what the customer wants. */
export function startFlow<Name extends FlowName>(
  portal: Portal,
  request: RequestFor<Name> & { name: Name },
): Flow {
  const open: Opener<Name> = OPENERS[request.name];
  return open(portal, request);
}
