import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { etagOf } from '../../api/http/answer.ts';

/** A file of the built pages. */
export interface PageFile {
  readonly type: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Where that is shorter. */
  readonly compressed: Uint8Array<ArrayBuffer> | undefined;
  readonly etag: string;
}

/** What the build makes; nothing else is given. */
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
};
const SEGMENT = /^[\w-][\w.-]*$/;
const compress = promisify(gzip);

/** The file at a path below the folder, `assets/index-1a2b.js`; undefined where there is none, or it is none of the build's. */
export async function readPageFile(folder: string, path: string): Promise<PageFile | undefined> {
  const type = TYPES[extname(path)];
  // No step leads upwards or to a hidden file, however it is written.
  if (type === undefined || !path.split('/').every((segment) => SEGMENT.test(segment))) return undefined;
  try {
    const bytes = new Uint8Array(await readFile(join(folder, path)));
    const compressed = new Uint8Array(await compress(bytes));
    return {
      type,
      bytes,
      compressed: compressed.length < bytes.length ? compressed : undefined,
      etag: etagOf(bytes),
    };
  } catch (error) {
    if (error instanceof Error && 'code' in error && MISSING.has(String(error.code))) return undefined;
    throw error;
  }
}

const MISSING: ReadonlySet<string> = new Set(['ENOENT', 'ENOTDIR', 'EISDIR', 'ENAMETOOLONG']);
