import type { Hono } from 'hono';
import {
  chooseDefaultPaymentMethod,
  confirmPaymentMethod,
  removePaymentMethod,
  setUpPaymentMethod,
} from '../billing/payment-methods.ts';
import type { ServerContext } from '../context.ts';
import { endpoint } from '../endpoint.ts';
import { confirmRequest } from '../schemas.ts';

export function paymentMethodRoutes(app: Hono, server: ServerContext): void {
  endpoint(app, server, 'POST /v1/payment-methods/setup', {
    limits: ['setup-intent'],
    changes: true,
    handle: ({ billing }) => setUpPaymentMethod(billing),
  });
  endpoint(app, server, 'POST /v1/payment-methods/confirm', {
    body: confirmRequest,
    limits: [],
    changes: true,
    handle: ({ billing, body }) => confirmPaymentMethod(billing, body.setupIntentId),
  });
  endpoint(app, server, 'POST /v1/payment-methods/:id/default', {
    limits: [],
    changes: true,
    handle: ({ billing, id }) => chooseDefaultPaymentMethod(billing, id),
  });
  endpoint(app, server, 'DELETE /v1/payment-methods/:id', {
    limits: [],
    changes: true,
    handle: ({ billing, id }) => removePaymentMethod(billing, id),
  });
}
