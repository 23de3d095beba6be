import { problem } from '../../domain/problem.ts';
import type { ProductChange } from '../../domain/product.ts';
import { withStock } from '../articles/article.ts';
import { type PackedArticle, packArticle, unpackArticle } from '../articles/packed.ts';
import { hasGammes } from '../articles/rules.ts';
import { articleFromVariant, beyondBlock, withBlock, withoutFamily } from '../articles/variants.ts';
import { openSpool, type Spool } from '../spool.ts';
import { type Catalogue, readCatalogue, sendArticle, sendProduct } from './products.ts';
import { readable } from './record.ts';
import { checkInterruption, type Run } from './run.ts';

/**
 * Products, options and stock (seed §3). A source gives its articles once; variants are put aside, as they come after
 * all parents, when it is known which of them stand in a block.
 */
export async function syncProducts(run: Run): Promise<void> {
  const rows = openSpool<PackedArticle>();
  const families = openSpool<PackedArticle>();
  try {
    const catalogue = await readCatalogue(run);
    await sendParents(run, catalogue, { rows, families });
    await sendVariantRows(run, catalogue, articlesIn(run, rows));
    await sendBlocksAsArticles(run, catalogue, articlesIn(run, families));
    await sendLevels(run, catalogue);
  } finally {
    rows.close();
    families.close();
  }
}

/** What is sent when all parents are. */
interface Aside {
  /** Variants with a row of their own. */
  readonly rows: Spool<PackedArticle>;
  /** Parents whose variants become articles. */
  readonly families: Spool<PackedArticle>;
}

const putAside = (spool: Spool<PackedArticle>, change: ProductChange): void => {
  const { article, bytes } = packArticle(change);
  spool.add(article, bytes);
};

async function* articlesIn(run: Run, spool: Spool<PackedArticle>): AsyncGenerator<ProductChange> {
  for await (const { value: article, ...bytes } of spool.entries()) {
    checkInterruption(run);
    yield unpackArticle({ article, ...bytes });
  }
}

const isVariantRow = ({ parent, variants }: ProductChange): boolean =>
  parent !== undefined && (variants ?? []).length === 0;

async function sendParents(run: Run, catalogue: Catalogue, aside: Aside): Promise<void> {
  for await (const article of readable(run, run.options.source.articles())) {
    if (isVariantRow(article)) putAside(aside.rows, article);
    else await sendParent(run, article, { catalogue, aside });
  }
}

async function sendParent(
  run: Run,
  article: ProductChange,
  { catalogue, aside }: { readonly catalogue: Catalogue; readonly aside: Aside },
): Promise<void> {
  const { variants = [], image: _, ...family } = article;
  const own = withoutFamily(article);
  const isFirst = catalogue.blocks.size === 0;
  for (const variant of withStock(article, catalogue.stock).variants ?? [])
    catalogue.blocks.set(variant.reference, variant);
  if (variants.length === 0 || hasGammes(run.options)) {
    await sendArticle(run, variants.length === 0 ? own : { ...own, variants }, catalogue);
    return;
  }
  if (isFirst) run.tally.warn(problem('gammes_left_out', { entity: 'product', record: article.reference }));
  putAside(aside.families, { ...family, variants });
  await sendArticle(run, own, catalogue);
}

async function sendVariantRows(
  run: Run,
  catalogue: Catalogue,
  rows: AsyncIterable<ProductChange>,
): Promise<void> {
  for await (const row of rows) {
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

/** Without gammes, variants that have no row of their own. */
async function sendBlocksAsArticles(
  run: Run,
  catalogue: Catalogue,
  families: AsyncIterable<ProductChange>,
): Promise<void> {
  for await (const parent of families) await sendBlock(run, parent, catalogue);
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
