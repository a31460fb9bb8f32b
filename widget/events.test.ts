import { describe, expect, it } from 'vitest';
import { isAllowed } from './before-events.ts';
import { emit } from './events.ts';

describe('emit', () => {
  it('reaches listeners outside of shadow roots', () => {
    const outer = document.createElement('div');
    const inner = document.createElement('p');
    outer.attachShadow({ mode: 'open' }).append(inner);
    const seen: unknown[] = [];
    outer.addEventListener('billing-view', (event) => seen.push(event.detail));
    emit(inner, 'billing-view', { view: 'cancel' });
    expect(seen).toEqual([{ view: 'cancel' }]);
  });
});

describe('isAllowed', () => {
  it('is true where nobody objects', () => {
    const target = document.createElement('div');
    expect(isAllowed(target, 'billing-before-pay', { invoiceId: 'in_1' })).toBe(true);
  });

  it('is false where a listener prevents it', () => {
    const target = document.createElement('div');
    target.addEventListener('billing-before-pay', (event) => event.preventDefault());
    expect(isAllowed(target, 'billing-before-pay', { invoiceId: 'in_1' })).toBe(false);
  });
});
