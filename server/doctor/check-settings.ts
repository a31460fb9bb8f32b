import { readOptions, type PortalOptions } from '../options.ts';
import { SetupError } from '../portal-file.ts';
import type { Finding, Patient } from './finding.ts';

/** Keys, secrets and the portal file, exactly as the server reads them at its start. */
export function checkSettings({ environment, readFile }: Patient): {
  findings: Finding[];
  options: PortalOptions | null;
} {
  try {
    const options = readOptions(environment, readFile);
    const portals = [...options.portals.keys()].join(', ');
    return {
      options,
      findings: [
        ok(`the keys are of ${options.mode} mode; portals: ${portals}, each with its own secret`),
        ...keyFindings(options),
      ],
    };
  } catch (error) {
    if (!(error instanceof SetupError)) throw error;
    const lines = error.message.split('\n');
    return {
      options: null,
      findings: lines.map((text) => ({ check: 'settings', verdict: 'problem', text })),
    };
  }
}

function keyFindings({ stripeSecretKey, stripeApiBase }: PortalOptions): Finding[] {
  const findings: Finding[] = [];
  if (stripeSecretKey.startsWith('sk_')) {
    findings.push({
      check: 'settings',
      verdict: 'warning',
      text: 'STRIPE_SECRET_KEY may do everything in the account',
      advice: 'Use a restricted key (rk_…) with the permissions of docs/doctor.md.',
    });
  }
  if (stripeApiBase !== null) {
    findings.push({
      check: 'settings',
      verdict: 'warning',
      text: 'STRIPE_API_BASE is set: this is not Stripe, but what stands in for it',
    });
  }
  return findings;
}

function ok(text: string): Finding {
  return { check: 'settings', verdict: 'ok', text };
}
