import type { ProductChange, ProductOperation } from '../../../domain/product.ts';
import type { SaveResult } from '../../../shop/shop.ts';
import {
  type FamilyChange,
  referencesOf,
  type SavedFamily,
  saveFamily,
  saveRecords,
} from '../../side/family.ts';
import { folded } from '../../side/references.ts';
import type { VirtuemartContext } from '../context.ts';
import { utcText } from '../moments.ts';
import { projectRules } from '../price-rules/project.ts';
import type { VirtuemartSql } from '../tables.ts';
import { alignChoice } from './characteristics.ts';
import { sweepImage } from './images.ts';
import { saveRecord } from './record.ts';
import { lockProducts } from './rows.ts';
import type { Saving } from './saving.ts';

export const saveProduct = (
  context: VirtuemartContext,
  change: ProductChange,
  operation: ProductOperation,
): Promise<SaveResult> =>
  saveFamily(
    context.database,
    { change, operation },
    {
      imageFolder: context.site.imageFolder?.path,
      save: (sql, family) => saveOn(context, sql, family),
      sweep: async (_, file) => {
        if (context.site.imageFolder) await sweepImage(context.database.read, context.site.imageFolder, file);
      },
    },
  );

async function saveOn(
  context: VirtuemartContext,
  sql: VirtuemartSql,
  family: FamilyChange,
): Promise<SavedFamily> {
  const saving = await beginSaving(context, sql, referencesOf(family));
  const outcome = await saveRecords(saving, family, saveRecord);
  for (const [parent, axes] of saving.reshaped) await alignChoice(saving, parent, axes);
  await revalue(context, saving);
  return { outcome, warnings: saving.warnings, dropped: saving.dropped };
}

async function beginSaving(
  { site, now }: VirtuemartContext,
  sql: VirtuemartSql,
  references: readonly string[],
): Promise<Saving> {
  const known = await lockProducts(sql, site.vendor, references);
  return {
    ...{ sql, site, now: utcText(now()), known: new Map(known), warnings: [] },
    ...{ reshaped: new Map(), repriced: new Set(), revalued: new Set(), dropped: [] },
  };
}

/** What the price rules take something off may be another price now, or that of a variant's parent. */
async function revalue(context: VirtuemartContext, { sql, repriced, revalued }: Saving): Promise<void> {
  const ids = [...repriced];
  const family =
    ids.length === 0
      ? []
      : await sql
          .selectFrom('virtuemart_products')
          .select((is) => is.fn.coalesce('product_sku', is.val('')).as('reference'))
          .where((is) => is.or([is('virtuemart_product_id', 'in', ids), is('product_parent_id', 'in', ids)]))
          .execute();
  const references = [...revalued, ...family.map(({ reference }) => folded(reference))];
  await projectRules(sql, context, [...new Set(references)]);
}
