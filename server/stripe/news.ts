import { isId } from './ids.ts';

/** What an event makes untrue of what was read before. */
export interface News {
  eventId: string;
  type: string;
  createdAt: number;
  /** Whose billing it is about. */
  customerIds: string[];
  /** A payment method that is nobody's any more: its owner is whoever is shown with it. */
  lostPaymentMethodId: string | null;
  /** Who has which email may have changed. */
  isAboutEmails: boolean;
  /** It is about something that all are shown: a product, a price, a coupon. */
  isAboutAll: boolean;
}

/**
 * What all customers are shown, or are shown the names of. A new coupon or code is on nobody's
 * subscription yet: a shop that makes a thousand codes must not have everything read again.
 */
const SHARED = /^(?:(?:product|price)\.\w+|(?:coupon|promotion_code)\.(?:updated|deleted))$/;
const EMAILS = /^customer\.(?:created|deleted)$/;

/** Of a verified event of a known kind. Whatever is not as expected in it is as if not there. */
export function readNews(event: Record<string, unknown>): News {
  const { id, type } = event;
  const data = recordOf(event['data']);
  const object = recordOf(data['object']);
  const before = recordOf(data['previous_attributes']);
  const typeName = String(type);
  const customerIds = [
    object['object'] === 'customer' ? object['id'] : object['customer'],
    before['customer'],
  ].flatMap(customerIdsIn);
  return {
    eventId: String(id),
    type: typeName,
    createdAt: Number(event['created']) || 0,
    customerIds: [...new Set(customerIds)],
    lostPaymentMethodId:
      customerIds.length === 0 && typeName === 'payment_method.detached'
        ? paymentMethodId(object['id'])
        : null,
    isAboutEmails:
      EMAILS.test(typeName) || (typeName === 'customer.updated' && Object.hasOwn(before, 'email')),
    isAboutAll: SHARED.test(typeName),
  };
}

/** An id, or the object itself. */
function customerIdsIn(owner: unknown): string[] {
  const id = typeof owner === 'string' ? owner : recordOf(owner)['id'];
  return typeof id === 'string' && isId('customer', id) ? [id] : [];
}

function paymentMethodId(id: unknown): string | null {
  return typeof id === 'string' && isId('paymentMethod', id) ? id : null;
}

function recordOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}
