import { describe, expect, it } from 'vitest';
import type { Plan } from '../../contract/billing.ts';
import { PLANS, item, subscription } from '../testing/fixtures.ts';
import { PlanChoice, yearlySaving } from './plan-choice.ts';

function choose(canTakeCurrent: 'yes' | 'other-quantity' | 'no' = 'no', plans = PLANS): PlanChoice {
  return new PlanChoice({ plans, subscription: subscription(), canTakeCurrent, update: () => {} });
}

const TEAM = 'price_team_month';

describe('PlanChoice', () => {
  it('does not offer the plan that the customer has', () => {
    const fixed = choose().offers.filter(({ isFixed }) => isFixed);
    expect(fixed.map(({ plan }) => plan.name)).toEqual(['Pro']);
  });

  it('asks for a plan before anything else', () => {
    const choice = choose();
    expect(choice.check()).toBe(false);
    expect(choice.fault).toBe('none-chosen');
  });

  it.each(['0', '101', '1.5', '', 'many'])('refuses the quantity %j', (text) => {
    const choice = choose();
    choice.choosePrice(TEAM);
    choice.chooseQuantity(text);
    expect(choice.check()).toBe(false);
    expect(choice.fault).toBe('quantity');
  });

  it('asks for exactly what was picked', () => {
    const choice = choose();
    choice.choosePrice(TEAM);
    choice.chooseQuantity('7');
    expect(choice.check()).toBe(true);
    expect(choice.request()).toEqual({ priceId: TEAM, quantity: 7 });
  });

  it('sends no quantity for a price that has none to choose', () => {
    const choice = choose();
    choice.choosePrice('price_starter_month');
    expect(choice.request()).toEqual({ priceId: 'price_starter_month' });
  });

  it('keeps the product when the interval changes', () => {
    const choice = choose();
    choice.choosePrice('price_starter_month');
    const yearly = choice.intervals.find(({ interval }) => interval === 'year');
    if (yearly) choice.chooseInterval(yearly);
    expect(choice.priceId).toBe('price_starter_year');
  });

  it('takes the current plan only with another quantity', () => {
    const plans: Plan[] = PLANS.map((plan) => ({
      ...plan,
      prices: plan.prices.map((price) => ({ ...price, isCurrent: price.priceId === TEAM })),
    }));
    const team = subscription({ items: [{ ...item('Team', 1200), quantity: 5 }] });
    const choice = new PlanChoice({
      plans,
      subscription: team,
      canTakeCurrent: 'other-quantity',
      update: () => {},
    });
    expect(choice.priceId).toBe(TEAM);
    expect(choice.check()).toBe(false);
    choice.chooseQuantity('6');
    expect(choice.check()).toBe(true);
  });
});

describe('yearlySaving', () => {
  it('is what all plans save', () => {
    expect(yearlySaving(PLANS)).toBe(16);
  });

  it('is nothing where the plans differ', () => {
    const [first, ...rest] = PLANS;
    const dearer = first && {
      ...first,
      prices: first.prices.map((price) => ({ ...price, unitAmount: 100 })),
    };
    expect(yearlySaving(dearer ? [dearer, ...rest] : [])).toBeNull();
  });
});
