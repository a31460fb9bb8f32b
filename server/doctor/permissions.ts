/**
 * What a restricted key has to be allowed. Write holds read in it.
 * @see https://docs.stripe.com/keys/permissions-reference
 */
export interface Permission {
  /** As the Dashboard's form names it. */
  name: string;
  /** As Stripe's errors name it, after `rak_`. */
  id: string;
  /** Only `portico doctor` needs it. */
  isOptional?: boolean;
  /**
   * A call on an object that does not exist: whoever may make it is told that there is none, the
   * others that they may not. Nothing can come of it either way.
   */
  trial: readonly ['GET' | 'POST', string];
}

const NOBODY = 'PorticoDoctorLooksForNone';

export const PERMISSIONS: readonly Permission[] = [
  {
    name: 'Customers: Write',
    id: 'customer_write',
    trial: ['POST', `/v1/customers/cus_${NOBODY}`],
  },
  {
    name: 'Payment Methods: Write',
    id: 'payment_method_write',
    trial: ['POST', `/v1/payment_methods/pm_${NOBODY}/detach`],
  },
  {
    name: 'Setup Intents: Write',
    id: 'setup_intent_write',
    trial: ['POST', `/v1/setup_intents/seti_${NOBODY}`],
  },
  {
    name: 'Payment Intents: Read',
    id: 'payment_intent_read',
    trial: ['GET', `/v1/payment_intents/pi_${NOBODY}`],
  },
  {
    name: 'Subscriptions: Write',
    id: 'subscription_write',
    trial: ['POST', `/v1/subscriptions/sub_${NOBODY}`],
  },
  {
    name: 'Invoices: Write',
    id: 'invoice_write',
    trial: ['POST', `/v1/invoices/in_${NOBODY}/pay`],
  },
  { name: 'Products: Read', id: 'product_read', trial: ['GET', `/v1/products/prod_${NOBODY}`] },
  { name: 'Prices: Read', id: 'plan_read', trial: ['GET', `/v1/prices/price_${NOBODY}`] },
  { name: 'Coupons: Read', id: 'coupon_read', trial: ['GET', `/v1/coupons/${NOBODY}`] },
  {
    name: 'Promotion Codes: Read',
    id: 'promotion_code_read',
    trial: ['GET', `/v1/promotion_codes/promo_${NOBODY}`],
  },
  {
    name: 'Webhook Endpoints: Read',
    id: 'webhook_read',
    isOptional: true,
    trial: ['GET', `/v1/webhook_endpoints/we_${NOBODY}`],
  },
];
