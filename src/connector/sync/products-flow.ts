import { problem } from '../../domain/problem.ts';
import type { ProductChange } from '../../domain/product.ts';
import { withStock } from '../articles/article.ts';
import { hasGammes } from '../articles/rules.ts';
import { articleFromVariant, beyondBlock, withBlock, withoutFamily } from '../articles/variants.ts';
import { type Catalogue, readCatalogue, sendArticle, sendProduct } from './products.ts';
import { readable } from './record.ts';
import type { Run } from './run.ts';

/**
 * Products, options and stock (seed §3). Articles are read twice where some are variants: those come after all parents,
 * when it is known which of them stand in a block.
 */
export async function syncProducts(run: Run): Promise<void> {
  const catalogue = await readCatalogue(run);
  const hasRows = await sendParents(run, catalogue);
  if (hasRows) await sendVariantRows(run, catalogue);
  if (!hasGammes(run.options)) await sendBlocksAsArticles(run, catalogue);
  await sendLevels(run, catalogue);
}

const isVariantRow = ({ parent, variants }: ProductChange): boolean =>
  parent !== undefined && (variants ?? []).length === 0;

/** Gives whether there are rows of variants too. */
async function sendParents(run: Run, catalogue: Catalogue): Promise<boolean> {
  let hasRows = false;
  for await (const article of readable(run, run.options.source.articles())) {
    if (isVariantRow(article)) hasRows = true;
    else await sendParent(run, article, catalogue);
  }
  return hasRows;
}

async function sendParent(run: Run, article: ProductChange, catalogue: Catalogue): Promise<void> {
  const { variants = [] } = article;
  const own = withoutFamily(article);
  const isFirst = catalogue.blocks.size === 0;
  for (const variant of withStock(article, catalogue.stock).variants ?? [])
    catalogue.blocks.set(variant.reference, variant);
  if (variants.length === 0 || hasGammes(run.options)) {
    await sendArticle(run, variants.length === 0 ? own : { ...own, variants }, catalogue);
    return;
  }
  if (isFirst) run.tally.warn(problem('gammes_left_out', { entity: 'product', record: article.reference }));
  await sendArticle(run, own, catalogue);
}

async function sendVariantRows(run: Run, catalogue: Catalogue): Promise<void> {
  for await (const row of readable(run, run.options.source.articles(), 'before')) {
    if (!isVariantRow(row)) continue;
    const block = catalogue.blocks.get(row.reference);
    if (!block) await sendArticle(run, withoutFamily(row), catalogue);
    else if (hasGammes(run.options)) await sendBeyondBlock(run, row, catalogue);
    else {
      catalogue.blocks.delete(row.reference);
      await sendArticle(run, withBlock(row, block), catalogue);
    }
  }
}

/** Not where the parent was refused: as a product of its own the variant would be wrong. */
async function sendBeyondBlock(run: Run, row: ProductChange, catalogue: Catalogue): Promise<void> {
  const block = catalogue.blocks.get(row.reference);
  const rest = block && beyondBlock(row, block);
  const isListed = catalogue.options.has(row.reference) || catalogue.products.has(row.reference);
  if (rest && isListed) await sendArticle(run, rest, catalogue);
  else run.tally.skipped();
}

/** Without gammes, variants that have no row of their own. Their parents are read again rather than kept. */
async function sendBlocksAsArticles(run: Run, catalogue: Catalogue): Promise<void> {
  if (catalogue.blocks.size === 0) return;
  for await (const article of readable(run, run.options.source.articles(), 'before'))
    await sendBlock(run, article, catalogue);
}

async function sendBlock(run: Run, parent: ProductChange, catalogue: Catalogue): Promise<void> {
  for (const variant of parent.variants ?? []) {
    const isLeft = catalogue.blocks.delete(variant.reference);
    if (isLeft) await sendArticle(run, articleFromVariant(parent, variant), catalogue);
  }
}

/** Quantities of references that have no article: of those that the shop lists. */
async function sendLevels(run: Run, catalogue: Catalogue): Promise<void> {
  for (const [reference, stock] of catalogue.stock) {
    if (catalogue.stocked.has(reference)) continue;
    const isListed = catalogue.products.has(reference) || catalogue.options.has(reference);
    if (isListed) await sendProduct(run, { reference, fields: { stock } }, catalogue);
    else run.tally.skipped();
  }
}
