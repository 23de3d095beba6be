import type { StoreFigures } from '../../../store/figures.ts';
import type { BulkReport, BulkRequest } from '../../../webservice/bulk/bulk.ts';

/** Messages between the server's thread and the thread that works on bulk messages. */
export type ToWorker =
  | { readonly kind: 'start'; readonly job: number; readonly request: BulkRequest }
  | { readonly kind: 'chunk'; readonly job: number; readonly bytes: Uint8Array }
  | { readonly kind: 'end'; readonly job: number }
  /** The request turned out to be wrong: nothing may change. */
  | { readonly kind: 'abort'; readonly job: number; readonly reason: string }
  /** What its stores have counted is asked for. */
  | { readonly kind: 'figures' }
  | { readonly kind: 'stop' };

/** Of the shops whose stores the thread has open, by name. */
export type BulkFigures = Readonly<Record<string, StoreFigures>>;

export type FromWorker =
  /** So many more bytes were taken: the other side may send as many again. */
  | { readonly kind: 'taken'; readonly job: number; readonly bytes: number }
  | { readonly kind: 'figures'; readonly figures: BulkFigures }
  | { readonly kind: 'done'; readonly job: number; readonly report: BulkReport }
  | { readonly kind: 'failed'; readonly job: number; readonly message: string };

/** What may be on its way to the worker at once, a job. */
export const WINDOW_BYTES = 4 << 20;
