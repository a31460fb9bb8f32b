/** What <billing-portal> is given: exactly one of the two ids, and its hash from your backend. */
interface PortalAttributes {
  /** Where your Portico server is: https://billing.example.com */
  api: string;
  'customer-id'?: string;
  email?: string;
  hash: string;
  portal?: string;
  'subscription-id'?: string;
  locale?: string;
  theme?: 'auto' | 'light' | 'dark' | 'system';
}

/** `type` is what happened, as 'subscription.updated'; the id is that of the thing it happened to. */
interface Change {
  type: string;
  subscriptionId?: string;
  paymentMethodId?: string;
  invoiceId?: string;
}

interface Props extends PortalAttributes {
  /** Something was changed: read your own copy of the subscription anew. */
  onChange?: (change: Change) => void;
  /** The session has ended: fetch a fresh hash from your backend and pass it in. */
  onAuthRequired?: () => void;
}

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'billing-portal': HTMLAttributes<HTMLElement> &
        PortalAttributes & {
          'onbilling-change'?: (event: CustomEvent<Change>) => void;
          'onbilling-auth-required'?: () => void;
        };
    }
  }
}

/** The customer's billing, for React 19: <BillingPortal api="…" customer-id="cus_…" hash="v1.…" />. */
export function BillingPortal({ onChange, onAuthRequired, ...attributes }: Props) {
  return (
    <>
      {/* React 19 moves it to <head> and loads it once, however often this is drawn. */}
      <script type="module" async src={`${attributes.api}/billing-portal.js`} />
      <billing-portal
        {...attributes}
        onbilling-change={(event) => onChange?.(event.detail)}
        onbilling-auth-required={() => onAuthRequired?.()}
      />
    </>
  );
}
