import type { BulkReport, BulkRequest } from '../../webservice/bulk.ts';

/** Messages between the server's thread and the thread that works on bulk messages. */
export type ToWorker =
  | { readonly kind: 'start'; readonly job: number; readonly request: BulkRequest }
  | { readonly kind: 'chunk'; readonly job: number; readonly bytes: Uint8Array }
  | { readonly kind: 'end'; readonly job: number }
  /** The request turned out to be wrong: nothing may change. */
  | { readonly kind: 'abort'; readonly job: number; readonly reason: string }
  | { readonly kind: 'stop' };

export type FromWorker =
  /** So many more bytes were taken: the other side may send as many again. */
  | { readonly kind: 'taken'; readonly job: number; readonly bytes: number }
  | { readonly kind: 'done'; readonly job: number; readonly report: BulkReport }
  | { readonly kind: 'failed'; readonly job: number; readonly message: string };

/** What may be on its way to the worker at once, a job. */
export const WINDOW_BYTES = 4 << 20;
