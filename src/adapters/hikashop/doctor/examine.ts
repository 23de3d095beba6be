import { problem } from '../../../domain/problem.ts';
import type { Findings } from '../../../shop/findings.ts';
import type { CmsOptions } from '../../cms-shop.ts';
import { type Examination, examine } from '../../examination.ts';
import { strangeRecords } from '../../mysql/strange-records.ts';
import { misplaced } from '../../side/nested-set.ts';
import { siteChecks } from '../check.ts';
import { readTree } from '../products/categories.ts';
import type { HikashopSql, HikashopTables } from '../tables.ts';
import { type OpenedTables, openTables } from '../tables-at.ts';
import { recordChecks } from './checks.ts';

export const examineHikashop = (options: CmsOptions): Promise<Examination> =>
  examine<HikashopTables, OpenedTables>(
    () => openTables(options),
    ({ prefix }) => ({
      checks: (sql) => siteChecks(sql, prefix, options),
      remarks: async (sql, tables) => [
        ...(await strangeRecords(sql, recordChecks(tables.has('passerelle_product')))),
        ...(await treeRemarks(sql)),
      ],
    }),
  );

async function treeRemarks(sql: HikashopSql): Promise<readonly Findings[]> {
  const count = misplaced(await readTree(sql)).length;
  return count === 0 ? [] : [{ count: 1, kept: [problem('cms_tree_broken', { limit: count })] }];
}
