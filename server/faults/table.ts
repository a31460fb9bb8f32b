import type { Outcome } from './cell.ts';
import { FAULTS } from './fault-table.ts';

/** For each fault: how many runs, what the customer was told first, and how many broke a rule. */
export function tableOf(outcomes: Outcome[]): string {
  const rows = FAULTS.map(({ name }) => {
    const own = outcomes.filter(({ cell }) => cell.fault.name === name);
    const broken = own.filter(({ violations }) => violations.length > 0).length;
    return `${name.padEnd(34)} ${count(own.length)} ${count(broken)}  ${firstAnswers(own)}`;
  });
  return [`${'fault'.padEnd(34)}  runs broken  first answers`, ...rows].join('\n');
}

function firstAnswers(outcomes: Outcome[]): string {
  const counts = new Map<string, number>();
  for (const { codes } of outcomes) {
    const code = codes[0] ?? 'none';
    counts.set(code, (counts.get(code) ?? 0) + 1);
  }
  return [...counts]
    .toSorted(([, a], [, b]) => b - a)
    .map(([code, times]) => `${code} ${times}`)
    .join(', ');
}

function count(number: number): string {
  return String(number).padStart(6);
}
