import { createHash } from 'node:crypto';
import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';

/** One file as it is served: packed at build time, kept in memory. */
export interface Asset {
  type: 'text/javascript' | 'text/plain';
  etag: string;
  /** Its name carries a hash of its content, so it never changes. */
  isImmutable: boolean;
  identity: Uint8Array<ArrayBuffer>;
  gzip: Uint8Array<ArrayBuffer> | null;
  brotli: Uint8Array<ArrayBuffer> | null;
}

/** The scripts, and the licences of what is in them, by the path at which they are served. */
export type Assets = ReadonlyMap<string, Asset>;

/** Reads the built widget. Throws where it has not been built: there would be nothing to embed. */
export async function readAssets(folder: string): Promise<Assets> {
  const names = await readdir(folder, { recursive: true }).catch(() => []);
  const scripts = names.filter((name) => name.endsWith('.js'));
  if (scripts.length === 0) {
    throw new Error(`The widget is not built: ${folder} holds no script. Run \`npm run build\`.`);
  }
  const licences = names.filter((name) => name === 'licenses.md');
  const assets = await Promise.all(
    [...scripts, ...licences].map(async (name): Promise<[string, Asset]> => {
      const urlPath = `/${name.split(path.sep).join('/')}`;
      return [urlPath, await readAsset(path.join(folder, name), urlPath)];
    }),
  );
  return new Map(assets);
}

async function readAsset(file: string, urlPath: string): Promise<Asset> {
  const [identity, gzip, brotli] = await Promise.all([
    readFile(file),
    readFile(`${file}.gz`).catch(() => null),
    readFile(`${file}.br`).catch(() => null),
  ]);
  return {
    type: file.endsWith('.js') ? 'text/javascript' : 'text/plain',
    etag: `"${createHash('sha256').update(identity).digest('base64url').slice(0, 22)}"`,
    isImmutable: urlPath.startsWith('/chunks/'),
    identity: new Uint8Array(identity),
    gzip: gzip && new Uint8Array(gzip),
    brotli: brotli && new Uint8Array(brotli),
  };
}
