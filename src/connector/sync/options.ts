import type { Shop } from '../../shop/shop.ts';
import type { ErpSource } from '../erp-source.ts';
import type { Edition, ErpProfile } from '../profiles/profile.ts';
import type { FlowName } from './report.ts';

export interface SyncOptions {
  readonly source: ErpSource;
  /** Usually the shop behind a webservice: createRemoteShop. */
  readonly shop: Shop;
  readonly profile: ErpProfile;
  readonly edition: Edition;
  /** Folder of what was sent when, beside the source; made when missing, rebuilt when damaged. */
  readonly stateFolder: string;
  /** Those to run, of the ones that the edition has; all by default. Their order is fixed (sync/flows.ts). */
  readonly flows?: readonly FlowName[];
  /** States of the orders to import (`filter`); by default whatever the shop offers. */
  readonly orderStates?: readonly string[];
  /** `statut_final` of an imported order; by default the shop decides. */
  readonly finalState?: string;
  /** `together`: all changed customers in one request. `one-by-one`: each in its own (seed §14). */
  readonly customers?: 'together' | 'one-by-one';
  /** `changed`: the rules that changed. `sets`: the whole (src, ref) set of each, for shops that take a list as `full`. */
  readonly priceRules?: 'changed' | 'sets';
  /** Documents older than this are not sent; 15 by default. */
  readonly documentDays?: number;
  /** IANA name; Europe/Paris by default. */
  readonly timeZone?: string;
  /** Sends also what has not changed. */
  readonly everything?: boolean;
  /** Reads, plans, reports, and changes nothing on either side. */
  readonly dryRun?: boolean;
  readonly now?: () => Date;
  readonly events?: Partial<SyncEvents>;
  /** Ends the run after the record under way. */
  readonly signal?: AbortSignal;
}

/** What happens during a run, for progress bars and a dry run's plan. */
export interface SyncEvents {
  flowStarted(flow: FlowName): void;
  /** `total` where it is known. */
  progress(flow: FlowName, done: number, total: number | undefined): void;
  /** One step that is done, or in a dry run would be: `add_product ABC`. */
  step(step: SyncStep): void;
  flowEnded(flow: FlowName): void;
}

export interface SyncStep {
  readonly flow: FlowName;
  /** The resource that is called, or `import_order`, `import_customers` for what goes into the ERP. */
  readonly operation: string;
  /** The record's key; of a bulk message each of its records is a step. */
  readonly record: string;
}
