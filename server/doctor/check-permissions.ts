import type { Check, Finding } from './finding.ts';
import { PERMISSIONS, type Permission } from './permissions.ts';

/** Tries what the server does, on objects that do not exist. An unrestricted key may do all. */
export const checkPermissions: Check = async ({ callStripe, options }) => {
  if (!options.stripeSecretKey.startsWith('rk_')) return [];
  const findings: Finding[] = [];
  // One after the other: an account's first calls are not to run into its rate limit.
  for (const permission of PERMISSIONS) {
    const { status } = await callStripe(...permission.trial);
    const finding = judge(permission, status);
    if (finding) findings.push(finding);
  }
  if (findings.length > 0) return findings;
  return [
    { check: 'permissions', verdict: 'ok', text: 'the restricted key may do what is needed' },
  ];
};

function judge({ name, isOptional }: Permission, status: number): Finding | null {
  if (status === 404 || status === 400) return null;
  if (status !== 403) {
    return {
      check: 'permissions',
      verdict: 'warning',
      text: `“${name}” could not be tried: Stripe answered ${status}`,
    };
  }
  return {
    check: 'permissions',
    verdict: isOptional ? 'warning' : 'problem',
    text: `the restricted key lacks “${name}”`,
    advice: isOptional
      ? 'Without it the doctor cannot look at your webhook endpoints; the server does not need it.'
      : 'Add it to the key in the Dashboard, under Developers, API keys.',
  };
}
