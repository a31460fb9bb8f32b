import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { NOW, setStage, type Stage } from '../../testing/stage.ts';
import { knock, mac, refusal } from './door.ts';

let stage: Stage;
let uniform: string;
beforeAll(async () => {
  stage = await setStage();
  uniform = await refusal(stage.server);
});
afterAll(() => stage.stop());

const at = String(NOW + 60);
const TIMES = [
  '',
  ' ',
  '0',
  '-1',
  `-${at}`,
  `+${at}`,
  `0${at}`,
  `${at}.0`,
  `${at}.5`,
  `${at}e0`,
  '1e20',
  '1e9',
  `${at}n`,
  '12junk',
  `${at}junk`,
  `0x${Number(at).toString(16)}`,
  `${at}000`,
  '9'.repeat(15),
  '9'.repeat(16),
  '9'.repeat(400),
  'NaN',
  'Infinity',
  '-0',
  `${at} `,
  ` ${at}`,
  `${at}\n`,
  `${at}.${at}`,
  `${at},${at}`,
  'null',
  'true',
  '[]',
  '٣٤٥٦',
  `１${at.slice(1)}`,
  '2026-10-14T12:01:00Z',
];

describe('T08 a time of expiry that is none', () => {
  it.each(TIMES.map((time) => [JSON.stringify(time.slice(0, 30)), time]))(
    'is refused with the MAC right over it: %s',
    async (_, time) => {
      const customerId = stage.customerId('monthly');
      stage.simulator.forgetRequests();
      const right = mac(stage.secret, `v1.customer.${time}.${customerId}`);
      for (const hash of [`v1.${time}.${right}`, `v1.${right}`, `v1.${time}.${time}.${right}`]) {
        const heard = await knock(stage.server, { customerId, hash });
        if (hash.length <= 200) expect(heard.face).toBe(uniform);
        else expect([400, 401]).toContain(heard.status);
      }
      expect(stage.simulator.requests()).toEqual([]);
    },
  );
});
