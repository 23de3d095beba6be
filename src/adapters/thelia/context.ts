import type { LocalDateTime } from '../../domain/dates.ts';
import type { CmsContext } from '../cms-context.ts';
import type { Site } from './site/site.ts';
import type { TheliaTables } from './tables.ts';

/** What every part of the adapter is built from. */
export interface TheliaContext extends CmsContext<TheliaTables> {
  readonly site: Site;
  readonly ordersSince: LocalDateTime | undefined;
}
