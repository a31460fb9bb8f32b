import { describe, expect, it } from 'vitest';
import { account, step } from '../testing/cases/arbitraries.ts';
import type { AccountCase, StepCase } from '../testing/cases/arbitraries.ts';
import { goAndReturn, withoutEnds } from '../testing/cases/go-and-return.ts';
import { prove, runsOf, stageCases, Tally } from '../testing/cases/stage-cases.ts';

describe('A change and its exact inverse in the same second', () => {
  it('cost nothing together in flexible mode', async () => {
    const open = stageCases();
    const tally = new Tally();
    const property = async (terms: AccountCase, change: StepCase) => {
      const opened = await open(terms);
      if ('ok' in opened) return;
      const cost = await goAndReturn(opened, change);
      tally.count(cost === null ? 'refused' : 'there and back');
      expect(cost ?? 0).toBe(0);
    };
    const accounts = account.map(withoutEnds);
    await prove(property, { accounts, rest: step, runs: runsOf(1000) });
    tally.print('Changes and their inverse');
    expect(tally.total()).toBeGreaterThan(0);
  }, 600_000);
});
