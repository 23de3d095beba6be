import type { CmsOptions } from '../../cms-shop.ts';
import { type Examination, examine } from '../../examination.ts';
import { strangeRecords } from '../../mysql/strange-records.ts';
import { siteChecks } from '../check.ts';
import { utcText } from '../moments.ts';
import type { VirtuemartTables } from '../tables.ts';
import { type OpenedTables, openTables } from '../tables-at.ts';
import { recordChecks } from './checks.ts';

export const examineVirtuemart = (options: CmsOptions): Promise<Examination> =>
  examine<VirtuemartTables, OpenedTables>(
    () => openTables(options),
    ({ prefix, languages }) => ({
      checks: (sql) => siteChecks(sql, { ...options, prefix, languages, now }),
      remarks: (sql, tables) => strangeRecords(sql, recordChecks(tables.has('passerelle_product'))),
    }),
  );

const now = (): string => utcText(Math.floor(Date.now() / 1000));
