import type { Flow, FlowName, Portal, RequestFor } from './flow.ts';

type Opener<Name extends FlowName> = (portal: Portal, request: RequestFor<Name>) => Flow;

/** Where each flow's code is: one lazy chunk each, fetched on the first click. */
const LOADERS: { [Name in FlowName]: () => Promise<Opener<Name>> } = {
  'change-plan': async () => (await import('./flows/change-plan.ts')).openChangePlan,
  resubscribe: async () => (await import('./flows/resubscribe.ts')).openResubscribe,
  cancel: async () => (await import('./flows/cancel.ts')).openCancel,
  'promotion-code': async () => (await import('./flows/promotion-code.ts')).openPromotionCode,
  'add-payment-method': async () =>
    (await import('./flows/add-payment-method.ts')).openAddPaymentMethod,
  'pay-invoice': async () => (await import('./flows/pay-invoice.ts')).openPayInvoice,
  keep: async () => (await import('./flows/direct.ts')).openDirect,
  'undo-change': async () => (await import('./flows/direct.ts')).openDirect,
  'make-default': async () => (await import('./flows/direct.ts')).openDirect,
  'remove-payment-method': async () =>
    (await import('./flows/remove-payment-method.ts')).openRemovePaymentMethod,
  'open-invoice': async () => (await import('./flows/open-invoice.ts')).openInvoice,
};

/** Fetches the flow's code and starts it. Rejects where the code cannot be had. */
export async function startFlow<Name extends FlowName>(
  portal: Portal,
  request: RequestFor<Name> & { name: Name },
): Promise<Flow> {
  const open: Opener<Name> = await LOADERS[request.name]();
  return open(portal, request);
}
