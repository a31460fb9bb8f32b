/** `type`: 'customer' (id is cus_…) or 'email'. `expires`: Unix seconds, at most 24 hours ahead. */
export function expiringHash(
  secret: string,
  type: 'customer' | 'email',
  id: string,
  expires?: number,
): string;

/** Good until the secret changes: only where the expiring one cannot be made. */
export function plainHash(secret: string, id: string): string;
