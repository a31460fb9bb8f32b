import { priceRoutes } from './catalogue/price-routes.ts';
import { productRoutes } from './catalogue/product-routes.ts';
import { taxRateRoutes } from './catalogue/tax-rate-routes.ts';
import { creditNoteRoutes } from './credit-notes/credit-note-routes.ts';
import { balanceRoutes } from './customers/balance-routes.ts';
import { customerRoutes } from './customers/customer-routes.ts';
import { taxIdRoutes } from './customers/tax-id-routes.ts';
import { couponRoutes } from './discounts/coupon-routes.ts';
import { promotionCodeRoutes } from './discounts/promotion-code-routes.ts';
import { eventRoutes } from './events/event-routes.ts';
import { invoiceItemChangeRoutes } from './invoices/invoice-item-changes.ts';
import { invoiceItemRoutes } from './invoices/invoice-item-routes.ts';
import { invoiceRoutes } from './invoices/invoice-routes.ts';
import { manualInvoiceRoutes } from './invoices/manual-routes.ts';
import { chargeRoutes } from './payments/charge-routes.ts';
import { paymentIntentRoutes } from './payments/payment-intent-routes.ts';
import { paymentMethodRoutes } from './payments/payment-method-routes.ts';
import { refundRoutes } from './payments/refund-routes.ts';
import { setupIntentRoutes } from './payments/setup-intent-routes.ts';
import { portalRoutes } from './portal/configuration.ts';
import { scheduleRoutes } from './schedules/schedule-routes.ts';
import { subscriptionItemRoutes } from './subscriptions/item-routes.ts';
import { subscriptionLifeRoutes } from './subscriptions/life-routes.ts';
import { subscriptionRoutes } from './subscriptions/subscription-routes.ts';
import { webhookEndpointRoutes } from './webhooks/webhook-endpoint-routes.ts';
import { testClockRoutes } from './test-clocks/test-clock-routes.ts';
import type { Route } from './wire/route.ts';

/** Everything that the simulator answers. */
export const ROUTES: Route[] = [
  ...balanceRoutes,
  ...chargeRoutes,
  ...couponRoutes,
  ...creditNoteRoutes,
  ...customerRoutes,
  ...eventRoutes,
  ...invoiceItemChangeRoutes,
  ...invoiceItemRoutes,
  ...invoiceRoutes,
  ...manualInvoiceRoutes,
  ...paymentIntentRoutes,
  ...paymentMethodRoutes,
  ...portalRoutes,
  ...priceRoutes,
  ...productRoutes,
  ...promotionCodeRoutes,
  ...refundRoutes,
  ...scheduleRoutes,
  ...setupIntentRoutes,
  ...subscriptionItemRoutes,
  ...subscriptionLifeRoutes,
  ...subscriptionRoutes,
  ...taxIdRoutes,
  ...taxRateRoutes,
  ...testClockRoutes,
  ...webhookEndpointRoutes,
];
