import type { CmsContext } from '../cms-context.ts';
import type { Site } from './site/site.ts';
import type { HikashopTables } from './tables.ts';

/** What every part of the adapter is built from. */
export interface HikashopContext extends CmsContext<HikashopTables> {
  readonly site: Site;
  /** Unix seconds. */
  readonly ordersSince: number;
  /** Of the names of the site’s tables. */
  readonly prefix: string;
}
