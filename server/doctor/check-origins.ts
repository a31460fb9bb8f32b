import type { Check, Finding } from './finding.ts';

/** Which sites may embed the portal, and whether they are safe to sign in from. */
export const checkOrigins: Check = async ({ environment, options }) => {
  const { allowedOrigins, mode } = options;
  const findings: Finding[] = [];
  if (allowedOrigins === null) {
    const advice = 'Set PORTICO_ALLOWED_ORIGINS. With a live key it is required.';
    findings.push({ ...base, verdict: 'warning', text: 'any site may embed the portal', advice });
  }
  const publicUrl = environment['PUBLIC_URL'];
  const addresses = [...(allowedOrigins ?? []), ...(publicUrl === undefined ? [] : [publicUrl])];
  for (const address of addresses.filter((one) => !isSafe(one))) {
    findings.push({
      ...base,
      verdict: mode === 'live' ? 'problem' : 'warning',
      text: `${address} is not https: anybody between it and its visitors can read along`,
      advice: 'Serve it by https and write it so.',
    });
  }
  if (findings.length > 0) return findings;
  return [{ ...base, verdict: 'ok', text: `may embed: ${(allowedOrigins ?? []).join(', ')}` }];
};

const base = { check: 'origins' } as const;

function isSafe(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname } = new URL(address);
  return protocol === 'https:' || hostname === 'localhost' || hostname === '127.0.0.1';
}
