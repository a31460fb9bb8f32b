import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compressAssets } from '../../scripts/compress-assets.mjs';
import { readAssets } from '../assets.ts';
import { makeSecret } from '../auth/secrets.ts';
import { createPortal, type PortalServer } from '../index.ts';
import { readOptions } from '../options.ts';

let folder: string;
let server: PortalServer;
const script = `export const text = "${'billing '.repeat(200)}";`;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'portico-assets-'));
  await mkdir(path.join(folder, 'chunks'));
  await writeFile(path.join(folder, 'billing-portal.js'), script);
  await writeFile(path.join(folder, 'chunks/cancel-abc.js'), script);
  await writeFile(path.join(folder, 'licenses.md'), '# Licenses');
  await compressAssets(folder);
  const options = readOptions({
    STRIPE_SECRET_KEY: 'sk_test_1',
    STRIPE_PUBLISHABLE_KEY: 'pk_test_1',
    PORTICO_SECRET: makeSecret('test'),
  });
  server = createPortal(options, { assets: await readAssets(folder) });
});
afterAll(() => rm(folder, { recursive: true }));

const get = (name: string, headers: Record<string, string> = {}, method = 'GET') =>
  server.fetch(new Request(`https://portal.example/${name}`, { method, headers }));

describe('the scripts', () => {
  it.each([
    ['gzip, deflate, br, zstd', 'br', brotliDecompressSync],
    ['gzip', 'gzip', gunzipSync],
    ['br;q=0, gzip;q=0.5', 'gzip', gunzipSync],
  ])('are sent packed to a browser that takes %s', async (accepted, encoding, unpack) => {
    const response = await get('billing-portal.js', { 'accept-encoding': accepted });
    expect(response.headers.get('content-encoding')).toBe(encoding);
    expect(response.headers.get('vary')).toContain('Accept-Encoding');
    expect(unpack(Buffer.from(await response.arrayBuffer())).toString()).toBe(script);
  });

  it('are sent as they are to one that takes none', async () => {
    const response = await get('billing-portal.js');
    expect(response.headers.get('content-encoding')).toBeNull();
    expect(response.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
    expect(await response.text()).toBe(script);
  });

  it('may be loaded by any site', async () => {
    const { headers } = await get('billing-portal.js');
    expect(headers.get('access-control-allow-origin')).toBe('*');
    expect(headers.get('cross-origin-resource-policy')).toBe('cross-origin');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
  });

  it('are not sent twice: each encoding has its own validator', async () => {
    const encodings = ['br', 'gzip', 'identity'];
    const etags = [];
    for (const encoding of encodings) {
      const headers = { 'accept-encoding': encoding };
      const etag = (await get('billing-portal.js', headers)).headers.get('etag') ?? '';
      const again = await get('billing-portal.js', { ...headers, 'if-none-match': `W/${etag}` });
      expect([again.status, await again.text()]).toEqual([304, '']);
      etags.push(etag);
    }
    expect(new Set(etags).size).toBe(3);
  });

  it('are kept for ever only where their name says what is in them', async () => {
    const chunk = await get('chunks/cancel-abc.js');
    const entry = await get('billing-portal.js');
    expect(chunk.headers.get('cache-control')).toContain('immutable');
    expect(entry.headers.get('cache-control')).not.toContain('immutable');
  });

  it('come with the licences of what is in them', async () => {
    const response = await get('licenses.md');
    expect(response.headers.get('content-type')).toBe('text/plain; charset=utf-8');
    expect(await response.text()).toBe('# Licenses');
  });

  it('answer HEAD without a body, and anything else with a problem', async () => {
    const head = await get('billing-portal.js', {}, 'HEAD');
    expect([head.status, await head.text()]).toEqual([200, '']);
    expect((await get('chunks/../secret.js')).status).toBe(404);
    expect((await get('nothing.js')).headers.get('content-type')).toBe('application/problem+json');
  });

  it('that are not built stop the start with what to do', async () => {
    await expect(readAssets(path.join(folder, 'nowhere'))).rejects.toThrow('npm run build');
  });
});
