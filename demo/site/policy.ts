/**
 * The shop's Content-Security-Policy: as strict as a careful site owner would have it, without
 * `unsafe-inline` and without `unsafe-eval`. It is also the proof that the portal needs no more.
 */
export function contentSecurityPolicy(origins: { portal: string; stripe: string }): string {
  const { portal, stripe } = origins;
  return [
    "default-src 'none'",
    `script-src 'self' ${portal} ${stripe}`,
    "style-src 'self'",
    `connect-src ${portal} ${stripe}`,
    `frame-src ${stripe}`,
    "img-src 'self' data:",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}
