import type { Problem } from '../../domain/problem.ts';

export const FLOW_NAMES = [
  'products',
  'customers',
  'price-rules',
  'shop-customers',
  'orders',
  'tracking',
  'documents',
] as const;
export type FlowName = (typeof FLOW_NAMES)[number];

/** One flow of a run. `read` = `sent` + `unchanged` + `skipped` + `failed`. */
export interface FlowReport {
  readonly flow: FlowName;
  readonly read: number;
  /** Records that were accepted at the other end; in a dry run, that would be sent. */
  readonly sent: number;
  readonly unchanged: number;
  /** Records that are not for sending: orders marked `no_import`, documents too old. */
  readonly skipped: number;
  readonly failed: number;
  /** `sent` by resource: `{ add_product: 12, update_product: 3 }`. */
  readonly operations: Readonly<Record<string, number>>;
  /** The first hundred. */
  readonly failures: readonly Problem[];
  /** The first hundred. */
  readonly warnings: readonly Problem[];
  readonly warningCount: number;
  readonly durationMs: number;
}

/** What a run did; also its JSON form. */
export interface SyncReport {
  /** `stopped`: the shop or the ERP's side failed, or a person ended it; the next run takes up the rest. */
  readonly outcome: 'complete' | 'with_failures' | 'stopped';
  readonly dryRun: boolean;
  /** ISO 8601 in UTC. */
  readonly startedAt: string;
  readonly durationMs: number;
  readonly flows: readonly FlowReport[];
  /** Why it stopped. */
  readonly stop?: Problem;
}
