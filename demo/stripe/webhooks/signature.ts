const encoder = new TextEncoder();

/**
 * The header that proves who sent a delivery, and when: one `v1` for each secret.
 * @see https://docs.stripe.com/webhooks#verify-manually
 */
export async function signatureOf(
  body: string,
  { at, secrets }: { at: number; secrets: readonly string[] },
): Promise<string> {
  const proofs = await Promise.all(secrets.map((secret) => hmac(secret, `${at}.${body}`)));
  return [`t=${at}`, ...proofs.map((proof) => `v1=${proof}`)].join(',');
}

async function hmac(secret: string, text: string): Promise<string> {
  const algorithm = { name: 'HMAC', hash: 'SHA-256' };
  const key = await crypto.subtle.importKey('raw', encoder.encode(secret), algorithm, false, [
    'sign',
  ]);
  const bytes = new Uint8Array(await crypto.subtle.sign('HMAC', key, encoder.encode(text)));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
