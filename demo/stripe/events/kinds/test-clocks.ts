import { formatTestClock } from '../../test-clocks/test-clock.ts';
import { kind, lifeOf } from '../kind.ts';
import type { Kind } from '../kind.ts';

/** A clock's change is told by where it is: on its way, or there. */
export const testClockKinds: Kind[] = [
  kind('testClocks', {
    show: formatTestClock,
    name(turn) {
      const { before, after } = turn;
      if (before === undefined || after === undefined) {
        return lifeOf('test_helpers.test_clock')(turn);
      }
      return before.status === after.status ? [] : [`test_helpers.test_clock.${after.status}`];
    },
  }),
];
