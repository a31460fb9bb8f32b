import { PRICES } from './catalogue.ts';
import type { Life } from './life.ts';
import type { Random } from './random.ts';
import {
  changing,
  changingClassic,
  fixedAnchor,
  freeAndPaid,
  mixedIntervals,
  otherInterval,
  twoItems,
} from './stories-change.ts';
import { endingNow, endingOnDate, endingWithPeriod, scheduled } from './stories-end.ts';
import {
  declining,
  dinars,
  firstPaymentFails,
  leapDay,
  monthEnd,
  quiet,
  trial,
  trialWithoutCard,
} from './stories-pay.ts';

type Story = (random: Random) => Life;

/** How many of each there are; 200 in all. */
const STORIES: [number, Story][] = [
  [10, (random) => quiet(random, PRICES.monthly)],
  [6, (random) => quiet(random, PRICES.yearly)],
  [3, (random) => quiet(random, PRICES.weekly)],
  [6, (random) => quiet(random, PRICES.quarterly)],
  [2, (random) => quiet(random, PRICES.daily)],
  [5, (random) => quiet(random, PRICES.tiered)],
  [5, (random) => quiet(random, PRICES.yen)],
  [5, dinars],
  [8, monthEnd],
  [2, leapDay],
  [20, (random) => changing(random)],
  [6, (random) => changing(random, PRICES.tiered)],
  [5, (random) => changing(random, PRICES.fine)],
  [6, (random) => changing(random, PRICES.yen)],
  [5, (random) => changing(random, PRICES.euro)],
  [8, changingClassic],
  [12, twoItems],
  [8, mixedIntervals],
  [6, freeAndPaid],
  [10, otherInterval],
  [6, fixedAnchor],
  [8, endingWithPeriod],
  [6, endingOnDate],
  [8, endingNow],
  [10, scheduled],
  [6, trial],
  [6, trialWithoutCard],
  [8, declining],
  [4, firstPaymentFails],
];

/** The same people for the same seed. */
export function generate(random: Random): Life[] {
  const lives = STORIES.flatMap(([count, story]) =>
    Array.from({ length: count }, () => story(random)),
  );
  return lives.map((life, index) => ({
    ...life,
    name: `${index} ${life.name}`,
    acts: life.acts.toSorted((left, right) => left.at - right.at),
  }));
}
