import { periodAt } from './calendar.ts';
import { FREE, PRICES } from './catalogue.ts';
import { afternoon, DAY, drawLastingCoupon, drawLife, laterDays, OPENING } from './draw.ts';
import type { Life } from './life.ts';
import type { Random } from './random.ts';
import { changeOf } from './stories-change.ts';

/** With its period, and what waits is billed; half of them think better of it. */
export function endingWithPeriod(random: Random): Life {
  const life = drawLife(random, 'ending with the period', PRICES.monthly);
  const [before = 0, cancel = 0] = laterDays(random, life, 2);
  const touch = { key: 'first', quantity: random.between(1, 9) };
  const at = afternoon(random, cancel);
  const prior = random.chance(0.5) ? afternoon(random, before) : at - 3600;
  life.acts.push(changeOf(random, prior, [touch]));
  life.acts.push({ at, do: 'cancel-at-period-end' });
  if (random.chance(0.3)) life.acts.push({ at: at + 600, do: 'keep' });
  return life;
}

/** At a date within the running period, or within one of the next. */
export function endingOnDate(random: Random): Life {
  const life = drawLife(random, 'ending on a date', random.pick([PRICES.monthly, PRICES.yearly]));
  life.taxes = [];
  const [price] = life.items.map((item) => item.price);
  const [day = 0] = laterDays(random, life, 1);
  const at = afternoon(random, day);
  const { end } = periodAt(life.start, price ?? FREE, at);
  const dayOf = (seconds: number): number => Math.floor((seconds - OPENING) / DAY);
  const isNow = random.chance(0.5) && dayOf(end) - day > 2;
  const when = isNow
    ? afternoon(random, random.between(day + 1, dayOf(end) - 1))
    : afternoon(random, dayOf(end) + random.between(1, 26));
  const proration = isNow ? random.pick(['none', 'create_prorations'] as const) : 'none';
  life.acts.push({ at, do: 'cancel-at', when, proration });
  if (isNow && random.chance(0.5)) {
    const touch = { key: 'first', quantity: random.between(1, 9) };
    life.acts.push(changeOf(random, at + random.between(60, 3600), [touch]));
  }
  return life;
}

/** At once, with and without a credit, with and without a last invoice. */
export function endingNow(random: Random): Life {
  const life = drawLife(random, 'ending now', random.pick([PRICES.monthly, PRICES.yearly]));
  life.mode = random.pick(['flexible', 'flexible', 'classic']);
  if (life.mode === 'flexible' && random.chance(0.5)) {
    life.coupons.push(drawLastingCoupon(random, 'usd'));
  }
  const [before = 0, cancel = 0] = laterDays(random, life, 2);
  const touch = { key: 'first', quantity: random.between(1, 9) };
  const at = afternoon(random, cancel);
  const prior = random.chance(0.5) ? afternoon(random, before) : at - 3600;
  life.acts.push(changeOf(random, prior, [touch]));
  const prorate = random.chance(0.5);
  life.acts.push({ at, do: 'cancel-now', prorate, invoiceNow: random.chance(0.5) });
  return life;
}

/** Another plan from the next period on; a schedule keeps it and then lets go. */
export function scheduled(random: Random): Life {
  const [from, to] = random.pick([
    [PRICES.monthly, PRICES.monthly],
    [PRICES.monthly, PRICES.yearly],
    [PRICES.quarterly, PRICES.monthly],
    [PRICES.weekly, PRICES.weekly],
    [PRICES.yearly, PRICES.yearly],
  ] as const);
  const life = drawLife(random, 'scheduled', from);
  if (random.chance(0.4)) life.coupons.push(drawLastingCoupon(random, 'usd'));
  const [before = 0, day = 0] = laterDays(random, life, 2);
  if (random.chance(0.5)) {
    const touch = { key: 'first', quantity: random.between(1, 9) };
    life.acts.push(changeOf(random, afternoon(random, before), [touch]));
  }
  life.acts.push({
    at: afternoon(random, day),
    do: 'schedule',
    price: random.pick(to),
    quantity: random.between(1, 6),
    proration: random.pick(['none', 'none', 'create_prorations'] as const),
  });
  return life;
}
