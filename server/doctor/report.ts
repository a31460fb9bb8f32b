import type { Finding } from './finding.ts';

const SIGNS = { ok: 'ok     ', warning: 'warning', problem: 'PROBLEM' } as const;

/** One line each; under what is not well, what to do. */
export function toText(findings: readonly Finding[]): string {
  return findings
    .flatMap(({ check, verdict, text, advice }) => [
      `${SIGNS[verdict]}  ${check}: ${text}`,
      ...(advice === undefined ? [] : [`         → ${advice}`]),
    ])
    .join('\n');
}

export function isHealthy(findings: readonly Finding[]): boolean {
  return findings.every(({ verdict }) => verdict !== 'problem');
}
