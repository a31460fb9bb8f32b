import { kind } from '../kind.ts';
import type { Kind } from '../kind.ts';

export const momentKinds: Kind[] = [
  kind('moments', {
    show: (_world, moment) => moment.shown,
    name: ({ before, after }) =>
      after === undefined || after.times === (before?.times ?? 0) ? [] : [after.type],
  }),
];
