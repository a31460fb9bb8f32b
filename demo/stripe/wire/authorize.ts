import { StripeFault } from './fault.ts';

export type Access = 'secret' | 'publishable';

export interface AccountKeys {
  secret: string[];
  publishable: string[];
  /** What each restricted key may do: `customer_read`, `subscription_write` … */
  restricted: Record<string, string[]>;
}

/** Bearer or Basic, as Stripe takes them; a browser may also send its key in the form. */
export function authorize(
  request: { header: string | null; formKey: string | null },
  keys: AccountKeys,
): { apiKey: string; access: Access } {
  const key = readKey(request.header) ?? request.formKey;
  if (key === null || key === '') {
    throw new StripeFault({
      status: 401,
      message:
        "You did not provide an API key. You need to provide your API key in the Authorization header, using Bearer auth (e.g. 'Authorization: Bearer YOUR_SECRET_KEY'). See https://stripe.com/docs/api#authentication for details.",
    });
  }
  if (keys.secret.includes(key) || Object.hasOwn(keys.restricted, key)) {
    return { apiKey: key, access: 'secret' };
  }
  if (keys.publishable.includes(key)) return { apiKey: key, access: 'publishable' };
  throw new StripeFault({
    status: 401,
    message: `Invalid API Key provided: ${key.slice(0, 8)}${'*'.repeat(8)}${key.slice(-4)}`,
  });
}

/** What a publishable key may not do. */
export function notForBrowsers(): StripeFault {
  return new StripeFault({
    status: 403,
    message:
      'This API call cannot be made with a publishable API key. Please use a secret API key. You can find a list of your API keys at https://dashboard.stripe.com/account/apikeys.',
    details: { code: 'secret_key_required' },
  });
}

function readKey(header: string | null): string | null {
  const [scheme, value] = header?.split(' ') ?? [];
  if (value === undefined) return null;
  if (scheme?.toLowerCase() === 'bearer') return value;
  if (scheme?.toLowerCase() !== 'basic') return null;
  try {
    return atob(value).split(':')[0] ?? null;
  } catch {
    return null;
  }
}
