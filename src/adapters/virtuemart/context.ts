import type { CmsContext } from '../cms-context.ts';
import type { Site } from './site/site.ts';
import type { VirtuemartTables } from './tables.ts';

/** What every part of the adapter is built from. */
export interface VirtuemartContext extends CmsContext<VirtuemartTables> {
  readonly site: Site;
  /** Unix seconds. */
  readonly ordersSince: number;
}
