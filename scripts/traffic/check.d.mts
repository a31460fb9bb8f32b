import type { Recorded } from '../../demo/stripe/testing/record-traffic.ts';

export function readTraffic(folder: string): Promise<Recorded[]>;
export function checkTraffic(
  exchanges: readonly Recorded[],
): Promise<{ requests: string[]; answers: string[] }>;
