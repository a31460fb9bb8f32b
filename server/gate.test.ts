import { describe, expect, it } from 'vitest';
import { createGate } from './gate.ts';

describe('the gate', () => {
  it('lets in so many and no more, and tells the others at once', async () => {
    const gate = createGate({ inWork: 2 });
    const inside: (() => void)[] = [];
    const wait = (): Promise<void> =>
      gate.pass(() => new Promise((resolve) => inside.push(resolve)));
    const first = [wait(), wait()];
    await expect(wait()).rejects.toMatchObject({ code: 'busy' });
    expect(inside).toHaveLength(2);
    for (const leave of inside) leave();
    await Promise.all(first);
    expect(await gate.pass(async () => 'in')).toBe('in');
  });

  it('has a place again after work that failed', async () => {
    const gate = createGate({ inWork: 1 });
    for (const _ of [1, 2, 3]) {
      await expect(gate.pass(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
    }
    expect(await gate.pass(async () => 'in')).toBe('in');
  });
});
