import type { Context, Hono } from 'hono';
import type { Asset, Assets } from '../assets.ts';
import { BASE_HEADERS } from '../reply.ts';

/**
 * The widget itself. Any site may load it: a module script from another origin is fetched with
 * CORS, and `secureHeaders()` of Hono would set a resource policy that forbids just that.
 */
export function scriptRoutes(app: Hono, assets: Assets): void {
  for (const [path, asset] of assets) {
    app.get(path, function sendScript(context) {
      return scriptResponse(context, asset);
    });
  }
}

function scriptResponse(context: Context, asset: Asset): Response {
  const [encoding, bytes] = choose(asset, context.req.header('accept-encoding') ?? '');
  // A validator names one representation (RFC 9110, 8.8.3.3), so each encoding has its own.
  const etag = encoding ? asset.etag.replace(/"$/, `-${encoding}"`) : asset.etag;
  const headers = new Headers({
    'access-control-allow-origin': '*',
    'cross-origin-resource-policy': 'cross-origin',
    ...BASE_HEADERS,
    vary: 'Accept-Encoding',
    'cache-control': asset.isImmutable
      ? 'public, max-age=31536000, immutable'
      : 'public, max-age=300, stale-while-revalidate=86400',
    etag,
  });
  if (isFresh(context.req.header('if-none-match'), etag)) {
    return new Response(null, { status: 304, headers });
  }
  headers.set('content-type', `${asset.type}; charset=utf-8`);
  headers.set('content-length', String(bytes.byteLength));
  if (encoding) headers.set('content-encoding', encoding);
  return new Response(context.req.method === 'HEAD' ? null : bytes, { headers });
}

type Encoding = 'br' | 'gzip' | null;

function choose(asset: Asset, accepted: string): [Encoding, Uint8Array<ArrayBuffer>] {
  if (asset.brotli && accepts(accepted, 'br')) return ['br', asset.brotli];
  if (asset.gzip && accepts(accepted, 'gzip')) return ['gzip', asset.gzip];
  return [null, asset.identity];
}

function accepts(header: string, encoding: string): boolean {
  return header.split(',').some((part) => {
    const [name, ...parameters] = part.split(';').map((text) => text.trim());
    return name === encoding && !parameters.some((text) => /^q=0(\.0*)?$/.test(text));
  });
}

function isFresh(header: string | undefined, etag: string): boolean {
  const known = (header ?? '').split(',').map((text) => text.trim().replace(/^W\//, ''));
  return known.includes(etag) || known.includes('*');
}
