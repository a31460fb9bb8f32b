import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { setStage, type Stage } from '../../testing/stage.ts';
import { knock, mac, refusal } from './door.ts';

let stage: Stage;
let uniform: string;
beforeAll(async () => {
  stage = await setStage();
  uniform = await refusal(stage.server);
});
afterAll(() => stage.stop());

/** Every way to spoil 64 digits: shorter, longer, odd, with a stranger in one place. */
function spoilt(hash: string): string[] {
  const strangers = ['g', 'z', 'G', ' ', '-', '\u0000', 'é'];
  return [
    ...Array.from({ length: 64 }, (_, length) => hash.slice(0, length)),
    ...Array.from({ length: 64 }, (_, length) => hash + hash.slice(0, length + 1)),
    ...Array.from({ length: 64 }, (_, at) => {
      const other = hash[at] === '0' ? '1' : '0';
      return hash.slice(0, at) + other + hash.slice(at + 1);
    }),
    ...strangers.flatMap((stranger) =>
      Array.from({ length: 64 }, (_, at) => hash.slice(0, at) + stranger + hash.slice(at + 1)),
    ),
    hash.slice(0, 62) + 'zz',
    '0'.repeat(64),
    'f'.repeat(64),
    hash.repeat(200),
  ];
}

describe('T04 a hash that is cut, doubled or broken', () => {
  it('is refused in more than 600 ways, all alike', async () => {
    const customerId = stage.customerId('monthly');
    const vectors = spoilt(mac(stage.secret, customerId));
    expect(vectors.length).toBeGreaterThan(600);
    stage.simulator.forgetRequests();
    const wrong: string[] = [];
    for (const hash of vectors) {
      const { face, status } = await knock(stage.server, { customerId, hash });
      // Nothing, and what is too long to be a hash, is refused by its length.
      if (face !== uniform && !(status === 400 && (hash === '' || hash.length > 200)))
        wrong.push(hash);
    }
    expect(wrong).toEqual([]);
    expect(stage.simulator.requests()).toEqual([]);
  });
});
