import { amountCoupon, percentCoupon, PRICES } from './catalogue.ts';
import {
  afternoon,
  DAY,
  drawItem,
  drawLastingCoupon,
  drawLife,
  drawTouch,
  laterDays,
  morning,
  OPENING,
} from './draw.ts';
import type { Card, CouponSpec, Life, PriceSpec } from './life.ts';
import type { Random } from './random.ts';
import { changeOf } from './stories-change.ts';

/** Nothing happens but time; with coupons of every kind, and a balance. */
export function quiet(random: Random, prices: readonly PriceSpec[]): Life {
  const life = drawLife(random, 'quiet', prices);
  if (random.chance(0.6)) life.coupons.push(drawCoupon(random, life.currency));
  if (random.chance(0.4)) life.items[0]?.coupons.push(drawCoupon(random, life.currency));
  if (random.chance(0.4)) life.balance = random.pick([-7777, -450, 610]);
  if (random.chance(0.3)) {
    const [day = 0] = laterDays(random, life, 1);
    const at = afternoon(random, day);
    const coupon = drawCoupon(random, life.currency);
    life.acts.push(random.chance(0.6) ? { at, do: 'coupon', coupon } : { at, do: 'uncoupon' });
  }
  return life;
}

/** Three decimals, of which the last is always zero: in prices, coupons and prorations. */
export function dinars(random: Random): Life {
  const life = drawLife(random, 'dinars', PRICES.dinar);
  life.taxes = random.chance(0.5) ? [{ name: 'VAT', percent: 20, isInclusive: false }] : [];
  if (random.chance(0.6)) life.coupons.push(percentCoupon(20, 'repeating', 5));
  if (random.chance(0.3)) life.balance = -2500;
  if (life.taxes.length > 0) return life;
  for (const day of laterDays(random, life, 2)) {
    const touch = drawTouch(random, 'first', PRICES.dinar);
    life.acts.push(changeOf(random, afternoon(random, day), [touch]));
  }
  return life;
}

/** Anchored on the 29th, 30th or 31st. */
export function monthEnd(random: Random): Life {
  const life = drawLife(random, 'month end', [...PRICES.monthly, ...PRICES.quarterly]);
  life.start = morning(random, random.pick([0, 1, 2, 2, 31]));
  for (const day of laterDays(random, life, 2)) {
    const touch = { key: 'first', quantity: random.between(1, 9) };
    life.acts.push(changeOf(random, afternoon(random, day), [touch]));
  }
  return life;
}

/** Billed twelve times on the way to a leap day's first birthday. */
export function leapDay(random: Random): Life {
  const life = drawLife(random, 'leap day', PRICES.yearly);
  life.start = morning(random, 31);
  life.items.push(drawItem(random, 'second', random.pick(PRICES.monthly)));
  return life;
}

/** With a card: changed within the trial, ended early, or simply lived through. */
export function trial(random: Random): Life {
  const life = drawLife(random, 'trial', PRICES.monthly);
  life.trial = { days: random.between(5, 40), without: 'create_invoice' };
  if (random.chance(0.4)) life.coupons.push(drawLastingCoupon(random, 'usd'));
  const first = Math.ceil((life.start - OPENING) / DAY);
  const touch = { key: 'first', quantity: random.between(1, 9) };
  const within = changeOf(random, afternoon(random, first + 1), [touch]);
  const proration = random.pick(['none', 'create_prorations'] as const);
  if (random.chance(0.5) && within.do === 'change') life.acts.push({ ...within, proration });
  if (random.chance(0.4)) {
    const at = OPENING + (first + 2) * DAY + 13 * 3600 + random.between(0, 3599);
    life.acts.push({ at, do: 'end-trial' });
  } else if (random.chance(0.3)) {
    life.acts.push({ at: afternoon(random, first + 3), do: 'cancel-at-period-end' });
    return life;
  }
  const last = laterDays(random, life, 1)[0] ?? 0;
  if (last > first + 45) life.acts.push(changeOf(random, afternoon(random, last), [touch]));
  return life;
}

/** Without a card, until the end or until one comes. */
export function trialWithoutCard(random: Random): Life {
  const life = drawLife(random, 'trial without card', PRICES.monthly);
  const without = random.pick(['cancel', 'pause', 'create_invoice'] as const);
  life.name += ` (${without})`;
  const days = random.between(5, 40);
  life.trial = { days, without };
  life.card = 'none';
  const first = Math.ceil((life.start - OPENING) / DAY);
  if (random.chance(0.4)) {
    life.acts.push({ at: afternoon(random, first + 2), do: 'card', card: 'pays' });
  } else if (without === 'create_invoice' && random.chance(0.7)) {
    repair(random, life, first + days + random.between(3, 80));
  }
  return life;
}

/** The card declines from some month on, and is repaired, replaced, or neither. */
export function declining(random: Random): Life {
  const prices = random.pick([PRICES.monthly, PRICES.weekly, PRICES.yearly]);
  const life = drawLife(random, 'declining', prices);
  const [bad = 0, change = 0, good = 0] = laterDays(random, life, 3);
  life.acts.push({ at: afternoon(random, bad), do: 'card', card: 'declines' });
  const touch = { key: 'first', quantity: random.between(1, 9) };
  const between = changeOf(random, afternoon(random, change), [touch]);
  const proration = random.pick(['none', 'create_prorations'] as const);
  if (random.chance(0.4) && between.do === 'change') life.acts.push({ ...between, proration });
  if (random.chance(0.4)) repair(random, life, good);
  else if (random.chance(0.6)) {
    life.acts.push({ at: afternoon(random, good), do: 'card', card: 'pays' });
  } else if (random.chance(0.5)) {
    const cancel = { do: 'cancel-now', prorate: random.chance(0.5), invoiceNow: false } as const;
    life.acts.push({ at: afternoon(random, good), ...cancel });
  }
  return life;
}

/** Declined, or asked for, at the very beginning: 23 hours are left. */
export function firstPaymentFails(random: Random): Life {
  const life = drawLife(random, 'first payment fails', PRICES.monthly);
  life.card = random.pick<Card>(['declines', 'asks', 'asks-once']);
  life.name += ` (${life.card})`;
  if (random.chance(0.5)) life.balance = -150;
  const day = Math.floor((life.start - OPENING) / DAY);
  const at = OPENING + day * DAY + 15 * 3600 + random.between(0, 600);
  if (random.chance(0.25)) return life;
  if (life.card === 'declines') {
    life.acts.push({ at, do: 'card', card: 'pays' }, { at: at + 60, do: 'pay' });
    return life;
  }
  life.acts.push({ at, do: 'authenticate' });
  if (life.card === 'asks-once') return life;
  for (const later of laterDays(random, life, random.between(0, 4))) {
    life.acts.push({ at: afternoon(random, later), do: 'authenticate' });
  }
  return life;
}

function drawCoupon(random: Random, currency: string): CouponSpec {
  if (random.chance(0.6)) return drawLastingCoupon(random, currency);
  return random.chance(0.5)
    ? percentCoupon(random.pick([15, 37.5]), 'once')
    : amountCoupon(random.pick([199, 100_000]), currency, 'once');
}

/** A good card, and everything that is open is paid with it. */
function repair(random: Random, life: Life, day: number): void {
  const at = afternoon(random, day);
  life.acts.push({ at, do: 'card', card: 'pays' }, { at: at + 60, do: 'pay' });
}
