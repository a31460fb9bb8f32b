import type { Preview } from '../../contract/billing.ts';
import { NOW, RENEWAL } from './fixtures.ts';

export const PREVIEW: Preview = {
  currency: 'usd',
  dueNow: 1452,
  lines: [
    {
      kind: 'credit',
      planName: 'Pro',
      quantity: 1,
      amount: -1948,
      periodStartAt: NOW,
      periodEndAt: RENEWAL,
      isProration: true,
    },
    {
      kind: 'charge',
      planName: 'Team',
      quantity: 5,
      amount: 3400,
      periodStartAt: NOW,
      periodEndAt: RENEWAL,
      isProration: true,
    },
  ],
  next: { amount: 6000, date: RENEWAL },
  effective: 'now',
  effectiveAt: NOW,
  creditLeft: 0,
  discounts: [],
  previewToken: 'preview',
  previewExpiresAt: NOW + 900,
};
