/** What a portal's server could say at worst: every text that a person wrote is a payload. */
import type { Overview, Plan, Preview } from '../../contract/billing.ts';
import type { PortalSettings } from '../../contract/portal.ts';
import { DAY, PLANS, RENEWAL, SETTINGS, invoice, item } from '../../widget/testing/fixtures.ts';
import { subscription, overviewOf } from '../../widget/testing/fixtures.ts';
import { PREVIEW } from '../../widget/testing/preview.ts';
import { en } from '../../widget/i18n/locales/en.ts';

/** The next payload; each is used once before any is used twice. */
export type Next = () => string;

export interface Poisoned {
  portal: PortalSettings;
  overview: Overview;
  plans: Plan[];
  preview: Preview;
}

const TEXTS = new Set([
  'planName',
  'unitLabel',
  'name',
  'code',
  'brand',
  'last4',
  'number',
  'description',
]);
const TEXT_LISTS = new Set(['features']);
/** Words of the site's own that are always to be seen. */
const OWN_WORDS = Object.keys(en).filter((key) => /title|label|hint/.test(key));

export function poisonAll(next: Next): Poisoned {
  return {
    portal: {
      ...SETTINGS,
      testMode: true,
      texts: { en: Object.fromEntries(OWN_WORDS.map((key) => [key, next()])) },
    },
    overview: poison(manyThings(), next),
    plans: poison(PLANS, next),
    preview: poison(PREVIEW, next),
  };
}

/** The same with every text in it replaced. */
function poison<T>(value: T, next: Next): T {
  return JSON.parse(JSON.stringify(value), (key: string, part: unknown) => {
    if (TEXTS.has(key) && part !== null) return next();
    if (TEXT_LISTS.has(key)) return [next(), next()];
    return part;
  }) as T;
}

function manyThings(): Overview {
  const discount = { id: 'di_1', name: 'a', code: 'b', percentOff: 20, amountOff: null } as const;
  const running = subscription({
    items: [{ ...item('Team', 1200), quantity: 5, unitLabel: 'seat' }, item('Storage', 500)],
    scheduledChange: {
      effectiveAt: RENEWAL,
      items: [{ ...item('Solo', 900), unitLabel: 'seat' }],
    },
    discounts: [{ ...discount, duration: 'repeating', endAt: RENEWAL + 90 * DAY }],
    allowedActions: ['change-plan', 'cancel', 'apply-promotion-code', 'undo-scheduled-change'],
  });
  const ended = subscription({
    id: 'sub_2',
    status: 'canceled',
    endedAt: RENEWAL - 90 * DAY,
    nextInvoice: null,
    allowedActions: ['resubscribe'],
  });
  const all = overviewOf([running, ended]);
  const data = [0, 1, 2, 3].map((month) => invoice(month, { description: 'for' }));
  return {
    ...all,
    customer: { ...all.customer, name: 'name', email: 'email', preferredLocales: ['en'] },
    invoices: { data, nextCursor: null },
  };
}
