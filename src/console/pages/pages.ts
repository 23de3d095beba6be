import { unlessKnown } from '../../api/http/answer.ts';
import { CONSOLE_PATH } from '../base-path.ts';
import { NOT_BUILT } from './not-built.ts';
import { type PageFile, readPageFile } from './page-file.ts';
import { PAGE_HEADERS } from './policy.ts';

/** Files here have their content's hash in their names. */
const HASHED = 'assets/';
const INDEX = 'index.html';
const FOREVER = 'public, max-age=31536000, immutable';

/** Answers a read of a page or of a file that pages are made of. */
export type Pages = (request: Request) => Promise<Response>;

/** The built pages of a folder. Every path that names no file is a page, which finds out by itself what it is to show. */
export function createPages(folder: string): Pages {
  const read = createReader(folder);
  return async (request) => {
    const path = pathIn(request);
    const file = await read(path);
    if (file) return fileResponse(request, file, path.startsWith(HASHED) ? FOREVER : 'no-cache');
    if (path.startsWith(HASHED)) return new Response(null, { status: 404, headers: PAGE_HEADERS });
    const index = await read(INDEX);
    if (index) return fileResponse(request, index, 'no-cache');
    return new Response(NOT_BUILT, {
      status: 503,
      headers: { ...PAGE_HEADERS, 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' },
    });
  };
}

/** Below the console's own path, not decoded: the build gives no file a name that has to be. */
const pathIn = ({ url }: Request): string => new URL(url).pathname.slice(CONSOLE_PATH.length + 1);

/** Files whose names have their hash are read once. */
function createReader(folder: string): (path: string) => Promise<PageFile | undefined> {
  const known = new Map<string, PageFile>();
  return async (path) => {
    const file = known.get(path) ?? (await readPageFile(folder, path));
    if (file && path.startsWith(HASHED)) known.set(path, file);
    return file;
  };
}

function fileResponse({ headers }: Request, file: PageFile, cacheControl: string): Response {
  const accepted = headers.get('accept-encoding') ?? '';
  const compressed = /\bgzip\b/.test(accepted) ? file.compressed : undefined;
  const answer = {
    status: 200,
    headers: {
      ...PAGE_HEADERS,
      'content-type': file.type,
      'cache-control': cacheControl,
      etag: file.etag,
      vary: 'Accept-Encoding',
      ...(compressed && { 'content-encoding': 'gzip' }),
    },
    body: compressed ?? file.bytes,
  };
  const told = unlessKnown(answer, headers.get('if-none-match') ?? undefined);
  return new Response(told.body, { status: told.status, headers: told.headers });
}
