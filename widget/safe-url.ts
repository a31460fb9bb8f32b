/**
 * An address that a customer may be led to, in one spelling; null for every other. `https:` only, or
 * what the page itself is served by (a demo on one's own machine). Neither Lit nor `location` refuses
 * `javascript:`, and the name of a good site may stand before an `@`.
 * @param pageProtocol `location.protocol`
 */
export function safeUrl(url: string | null, pageProtocol: string): string | null {
  const parsed = parse(url ?? '');
  if (!parsed || parsed.username !== '' || parsed.password !== '') return null;
  const isSafe = parsed.protocol === 'https:' || isPlainToo(parsed, pageProtocol);
  return isSafe ? parsed.href : null;
}

function isPlainToo({ protocol }: URL, pageProtocol: string): boolean {
  return protocol === 'http:' && pageProtocol === 'http:';
}

/** Absolute addresses only: the browser takes white space and backslashes for more than they are. */
function parse(url: string): URL | null {
  if (!/^https?:\/\/[^\s\\]+$/i.test(url)) return null;
  try {
    return new URL(url);
  } catch {
    return null;
  }
}
