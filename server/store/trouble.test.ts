import { describe, expect, it } from 'vitest';
import { createLog } from '../log.ts';
import { noMeter } from '../metrics/meter.ts';
import { createTroubleReport } from './trouble.ts';

function open() {
  let nowMs = 0;
  const lines: unknown[] = [];
  const counted: string[] = [];
  const log = createLog((line) => {
    const { level, event, part, count } = JSON.parse(line);
    lines.push([level, event, part, count]);
  });
  const meter = { ...noMeter, storeTrouble: (part: string) => void counted.push(part) };
  const report = createTroubleReport({ log, meter, nowMs: () => nowMs });
  return { report, lines, counted, pass: (ms: number) => void (nowMs += ms) };
}

describe('trouble with the store', () => {
  it('is said at once, and then once in ten seconds with how often it was', () => {
    const { report, lines, pass } = open();
    const trouble = report('locks');
    trouble();
    for (let ms = 0; ms < 10_000; ms += 100) {
      pass(100);
      trouble();
    }
    expect(lines).toEqual([
      ['warn', 'store unavailable', 'locks', 1],
      ['warn', 'store unavailable', 'locks', 100],
    ]);
  });

  it('is counted every time, and said of each part for itself', () => {
    const { report, lines, counted } = open();
    const [locks, cache] = [report('locks'), report('cache')];
    for (const trouble of [locks, cache, locks]) trouble();
    expect(counted).toEqual(['locks', 'cache', 'locks']);
    expect(lines).toHaveLength(2);
  });
});
