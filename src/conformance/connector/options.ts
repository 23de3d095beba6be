import type { Finding } from '../report.ts';
import type { Language, ProfileName } from '../requirement.ts';

/** What a connector may do, as its edition has it; requirements belong to one of these. */
export const CONNECTOR_FLOWS = [
  'products',
  'options',
  'gammes',
  'orders',
  'tracking',
  'shop-customers',
  'customers',
  'price-rules',
  'documents',
  'document-push',
] as const;
export type ConnectorFlow = (typeof CONNECTOR_FLOWS)[number];

/**
 * What the scripted shop does in a run of the connector. `friendly`: everything succeeds. `lost`: the connection is cut
 * after one confirmation was read. `refusing`: one record is answered `<error>`. `unavailable`: one call is answered
 * 503. `afterwards`: as `friendly`, for as long as somebody calls.
 */
export const ACT_NAMES = ['friendly', 'lost', 'refusing', 'unavailable', 'afterwards'] as const;
export type ActName = (typeof ACT_NAMES)[number];

export interface ConnectorCheckOptions {
  /** 0 (the default) takes a free one. */
  readonly port?: number;
  /** 127.0.0.1 by default. */
  readonly host?: string;
  /** The key that the connector is to send; made when absent. */
  readonly key?: string;
  /** How the shop spells its replies; `v3` by default. */
  readonly profile?: ProfileName;
  readonly language?: Language;
  /** What the connector is to be judged for; everything by default. The rest is `not_asked`. */
  readonly flows?: readonly ConnectorFlow[];
  /** References of the ERP that the shop has as products already: without one, `update_product` comes in a later run at best. */
  readonly products?: readonly string[];
  /** The same of options. */
  readonly options?: readonly string[];
  /** The check ends this long after the last call of the last act; 30 by default. */
  readonly idleSeconds?: number;
  /** The check ends after this at the latest; 3600 by default. */
  readonly totalSeconds?: number;
  /** A list that is asked for again begins a new run if nothing was called for this long before; 1000 by default. */
  readonly pauseMs?: number;
  /** Ids of requirements that are known to fail. */
  readonly baseline?: readonly string[];
  readonly onListening?: (listening: { readonly url: string; readonly key: string }) => void;
  /** A run has begun: its number from 1, and what the shop does in it. */
  readonly onRun?: (run: { readonly run: number; readonly act: ActName }) => void;
  readonly onFinding?: (finding: Finding, done: number, total: number) => void;
  /** Ends the listening; the report says what stands. */
  readonly signal?: AbortSignal;
}
