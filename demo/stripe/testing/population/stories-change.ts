import { FREE, PRICES } from './catalogue.ts';
import {
  afternoon,
  drawItem,
  drawLastingCoupon,
  drawLife,
  drawProration,
  drawTouch,
  laterDays,
  morning,
  noon,
  DAY,
} from './draw.ts';
import type { Act, ItemChange, Life, PriceSpec } from './life.ts';
import type { Random } from './random.ts';

/** Plans and quantities change, at any second, in every way of billing it. */
export function changing(random: Random, prices: readonly PriceSpec[] = PRICES.monthly): Life {
  const life = drawLife(random, 'changing', prices);
  if (random.chance(0.5)) life.coupons.push(drawLastingCoupon(random, life.currency));
  if (random.chance(0.3)) life.balance = random.pick([-2345, -700, 1234]);
  for (const day of laterDays(random, life, random.between(1, 5))) {
    const touch = drawTouch(random, 'first', prices);
    life.acts.push(changeOf(random, afternoon(random, day), [touch]));
  }
  return life;
}

export function changingClassic(random: Random): Life {
  const life = changing(random, random.pick([PRICES.monthly, PRICES.yearly]));
  return { ...life, name: `classic ${life.name}`, mode: 'classic', coupons: [] };
}

/** A second item comes, changes and goes. */
export function twoItems(random: Random): Life {
  const prices = random.pick([PRICES.monthly, PRICES.quarterly, PRICES.yearly]);
  const [one, two] = prices;
  const life = drawLife(random, 'two items', [one]);
  if (random.chance(0.5)) life.coupons.push(drawLastingCoupon(random, 'usd'));
  if (random.chance(0.5)) life.items[0]?.coupons.push(drawLastingCoupon(random, 'usd'));
  const isThere = random.chance(0.5);
  if (isThere) life.items.push(drawItem(random, 'second', two));
  const [come, change, go] = laterDays(random, life, 3);
  const second: ItemChange = isThere
    ? { key: 'second', quantity: random.between(1, 9) }
    : { key: 'second', price: two, quantity: random.between(1, 9) };
  life.acts.push(changeOf(random, afternoon(random, come ?? 0), [second]));
  const both = ['first', 'second'].map((key) => ({ key, quantity: random.between(1, 9) }));
  life.acts.push(changeOf(random, afternoon(random, change ?? 0), both));
  const gone = { key: random.pick(['first', 'second']), isRemoved: true };
  life.acts.push(changeOf(random, afternoon(random, go ?? 0), [gone]));
  return life;
}

/** Month and year on one subscription: each item is billed at its own time. */
export function mixedIntervals(random: Random): Life {
  const life = drawLife(random, 'mixed intervals', PRICES.monthly);
  life.items.push(drawItem(random, 'second', random.pick(PRICES.yearly)));
  if (random.chance(0.5)) life.coupons.push(drawLastingCoupon(random, 'usd'));
  for (const day of laterDays(random, life, 2)) {
    const key = random.pick(['first', 'second']);
    const touch = { key, quantity: random.between(1, 6) };
    life.acts.push(changeOf(random, afternoon(random, day), [touch]));
  }
  return life;
}

export function freeAndPaid(random: Random): Life {
  const isFree = random.chance(0.6);
  const life = drawLife(random, 'free and paid', isFree ? [FREE] : PRICES.monthly);
  const order = isFree ? [PRICES.monthly[1], FREE] : [FREE, PRICES.monthly[0]];
  const days = laterDays(random, life, 2);
  order.forEach((price, index) => {
    const touch = { key: 'first', price, quantity: 1 };
    life.acts.push(changeOf(random, afternoon(random, days[index] ?? 0), [touch]));
  });
  return life;
}

/** Another interval, and a new cycle with it. */
export function otherInterval(random: Random): Life {
  const [from, to] = random.pick([
    [PRICES.monthly, PRICES.yearly],
    [PRICES.yearly, PRICES.monthly],
    [PRICES.weekly, PRICES.monthly],
    [PRICES.monthly, PRICES.quarterly],
    [PRICES.euro, PRICES.euroYearly],
  ] as const);
  const life = drawLife(random, 'other interval', from);
  life.mode = random.pick(['flexible', 'flexible', 'classic']);
  if (life.mode === 'flexible' && random.chance(0.4)) {
    life.coupons.push(drawLastingCoupon(random, life.currency));
  }
  const [first = 0, second = 0] = laterDays(random, life, 2);
  const touch = { key: 'first', price: random.pick(to), quantity: random.between(1, 4) };
  const now = { isAnchoredNow: true };
  life.acts.push({ ...changeOf(random, noon(random, first), [touch]), ...now });
  const later = { key: 'first', quantity: random.between(1, 9) };
  life.acts.push(changeOf(random, afternoon(random, second), [later]));
  return life;
}

/** The first period is cut short by a fixed anchor. */
export function fixedAnchor(random: Random): Life {
  const prices = random.pick([PRICES.monthly, PRICES.yearly, PRICES.fine]);
  const life = drawLife(random, 'fixed anchor', prices);
  if (random.chance(0.5)) life.coupons.push(drawLastingCoupon(random, 'usd'));
  const day = Math.floor((life.start - morning({ ...random, between: () => 0 }, 0)) / DAY);
  const at = morning(random, day + random.between(2, 26));
  life.anchor = { at, isBilled: random.chance(0.7) };
  const touch = drawTouch(random, 'first', prices);
  const inStub = afternoon(random, day + 1);
  const days = laterDays(random, life, 1);
  const when = random.chance(0.5) ? inStub : afternoon(random, days[0] ?? 0);
  life.acts.push(changeOf(random, when, [touch]));
  return life;
}

export function changeOf(random: Random, at: number, items: ItemChange[]): Act {
  const proration = drawProration(random);
  return { at, do: 'change', items, proration, isAnchoredNow: false, coupon: null };
}
