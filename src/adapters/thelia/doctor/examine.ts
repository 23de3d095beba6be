import type { CmsOptions } from '../../cms-shop.ts';
import { type Examination, examine } from '../../examination.ts';
import { strangeRecords } from '../../mysql/strange-records.ts';
import { siteChecks } from '../check.ts';
import type { TheliaTables } from '../tables.ts';
import { type OpenedTables, openTables } from '../tables-at.ts';
import { recordChecks } from './checks.ts';

export const examineThelia = (options: CmsOptions): Promise<Examination> =>
  examine<TheliaTables, OpenedTables>(
    async () => openTables(options),
    ({ prefix }) => ({
      checks: (sql) => siteChecks(sql, prefix, options),
      remarks: (sql, tables) => strangeRecords(sql, recordChecks(tables.has('passerelle_variant'))),
    }),
  );
