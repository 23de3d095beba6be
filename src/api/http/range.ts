import type { ByteRange } from '../../shop/document-archive.ts';

export interface AskedRange {
  /** `Range` */
  readonly range: string | undefined;
  /** `If-Range` */
  readonly ifRange: string | undefined;
}

/**
 * The one part that is asked for. Undefined, for the whole: where none is, where several are, where the caller’s beginning
 * is of another file, and where it lies behind the end; RFC 9110 leaves a server free to send all.
 */
export function rangeFrom(
  { range, ifRange }: AskedRange,
  { bytes, etag }: { readonly bytes: number; readonly etag: string | undefined },
): ByteRange | undefined {
  if (ifRange !== undefined && ifRange !== etag) return undefined;
  const [, from = '', to = ''] = /^bytes=(\d*)-(\d*)$/.exec(range?.trim() ?? '') ?? [];
  if (from === '' && to === '') return undefined;
  const first = from === '' ? Math.max(bytes - Number(to), 0) : Number(from);
  const last = from === '' || to === '' ? bytes - 1 : Math.min(Number(to), bytes - 1);
  return first <= last ? { first, last } : undefined;
}
