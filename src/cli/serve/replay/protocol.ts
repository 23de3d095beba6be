import type { ReplayStep } from '../../../api/replays.ts';
import type { Problem } from '../../../domain/problem.ts';
import type { ReplaySettings } from '../../replay/settings.ts';

/** What the thread is started with. */
export interface ReplayJob {
  readonly settings: ReplaySettings;
  /** Of the copy; it is there, and empty. */
  readonly folder: string;
  readonly ids: readonly string[];
  readonly edited?: string;
}

/** Messages between the server's thread and the thread of one replay on a copy. */
export type ToWorker =
  /** The last step was taken: another one may come. */
  { readonly kind: 'next' } | { readonly kind: 'stop' };

export type FromWorker =
  | ReplayStep
  /** All is replayed, or it was stopped; the copy is closed. */
  | { readonly kind: 'end' }
  | { readonly kind: 'refused'; readonly problem: Problem }
  | { readonly kind: 'failed'; readonly message: string };
