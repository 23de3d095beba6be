import { fail } from '../../../domain/error.ts';
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
import type { HikashopContext } from '../context.ts';
import { projectRules } from '../price-rules/project.ts';
import type { HikashopSql } from '../tables.ts';
import { alignMainAxes } from './characteristics.ts';
import { sweepImage } from './images.ts';
import { familiesOf, writeSortPrices } from './prices.ts';
import { saveRecord } from './record.ts';
import { lockProducts, type StoredProduct } from './rows.ts';
import type { Saving } from './saving.ts';

export const saveProduct = (
  context: HikashopContext,
  change: ProductChange,
  operation: ProductOperation,
): Promise<SaveResult> =>
  saveFamily(
    context.database,
    { change, operation },
    {
      imageFolder: context.site.imageFolder,
      save: (sql, family) => saveOn(context, sql, family),
      sweep: (folder, file) => sweepImage(context.database.read, folder, file),
    },
  );

async function saveOn(
  context: HikashopContext,
  sql: HikashopSql,
  family: FamilyChange,
): Promise<SavedFamily> {
  const known = await lockProducts(sql, referencesOf(family));
  for (const product of known.values()) requireOurs(product);
  const saving = createSaving({ sql, site: context.site, now: context.now(), known });
  const outcome = await saveRecords(saving, family, saveRecord);
  for (const main of saving.reshaped) await alignMainAxes(sql, main);
  await revalue(context, saving);
  return { outcome, warnings: saving.warnings, dropped: saving.dropped };
}

/** What follows from new prices: what HikaShop sorts by, and what the price rules take something off. */
async function revalue(context: HikashopContext, { sql, site, repriced, revalued }: Saving): Promise<void> {
  const families = await familiesOf(sql, [...repriced]);
  if (families.length > 0) await writeSortPrices(sql, site.currency, families);
  const references = [...revalued, ...families.map(({ reference }) => folded(reference))];
  await projectRules(sql, context, [...new Set(references)]);
}

function createSaving({
  known,
  ...rest
}: Pick<Saving, 'sql' | 'site' | 'now'> & { readonly known: ReadonlyMap<string, StoredProduct> }): Saving {
  return {
    ...rest,
    known: new Map(known),
    warnings: [],
    reshaped: new Set(),
    repriced: new Set(),
    revalued: new Set(),
    dropped: [],
  };
}

/** HikaShop has other kinds of products, such as templates; nothing of ours is one. */
function requireOurs({ row, reference }: StoredProduct): void {
  if (row.product_type === 'main' || row.product_type === 'variant') return;
  throw fail('reference_taken', { entity: 'product', record: reference, value: row.product_type });
}
