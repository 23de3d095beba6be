import type { Decimal } from '../../domain/decimal.ts';
import type { ListedProduct, ProductChange, ProductOperation, VariantChange } from '../../domain/product.ts';
import { prepareArticle, withStock } from '../articles/article.ts';
import { fingerprintOf } from '../state/fingerprint.ts';
import { planArticle } from './plan.ts';
import { isUnchanged, readable, sendOne } from './record.ts';
import type { Run } from './run.ts';

/** What the flow of products knows at a moment: it grows while articles are sent. */
export interface Catalogue {
  readonly products: Set<string>;
  readonly options: Set<string>;
  readonly stock: ReadonlyMap<string, Decimal>;
  /** References whose quantity went with an article. */
  readonly stocked: Set<string>;
  /** Variants in blocks, by reference. */
  readonly blocks: Map<string, VariantChange>;
}

export async function readCatalogue(run: Run): Promise<Catalogue> {
  const { shop, source } = run.options;
  run.state.startPass('product');
  const products = await referencesOf(shop.listProducts({ start: 0 }));
  const options = await referencesOf(shop.listOptions({ start: 0 }));
  const stock = new Map<string, Decimal>();
  for await (const level of readable(run, source.stock())) stock.set(level.reference, level.stock);
  return { products, options, stock, stocked: new Set(), blocks: new Map() };
}

async function referencesOf(batches: AsyncIterable<readonly ListedProduct[]>): Promise<Set<string>> {
  const references = new Set<string>();
  for await (const batch of batches) for (const { reference } of batch) references.add(reference);
  return references;
}

/** Sends an article, with its block if it has one, unless the shop has just that. */
export async function sendArticle(run: Run, article: ProductChange, catalogue: Catalogue): Promise<void> {
  const { change: prepared, warnings } = prepareArticle(article, run.options);
  const change = withStock(prepared, catalogue.stock);
  const variants = change.variants?.map(({ reference }) => reference);
  for (const reference of [change.reference, ...(variants ?? [])]) catalogue.stocked.add(reference);
  const isThere = await sendProduct(run, change, catalogue);
  if (isThere) run.tally.warn(...warnings);
}

/** Gives true when something was sent and accepted. */
export async function sendProduct(run: Run, change: ProductChange, catalogue: Catalogue): Promise<boolean> {
  const { reference } = change;
  const fingerprint = fingerprintOf(change);
  const record = run.state.occurrence({ kind: 'product', key: reference, fingerprint });
  const variants = change.variants?.map((variant) => variant.reference);
  const step = planArticle({ reference, variants, isSent: isUnchanged(run, record) }, catalogue);
  if (step === 'unchanged') {
    run.tally.unchanged();
    return false;
  }
  const isThere = await sendOne(run, { ...record, entity: 'product', name: reference, operation: step }, () =>
    run.options.shop.saveProduct(change, step),
  );
  if (isThere) remember(change, step, catalogue);
  return isThere;
}

function remember(
  { reference, variants = [] }: ProductChange,
  step: ProductOperation,
  { products, options }: Catalogue,
): void {
  if (step === 'add_product') products.add(reference);
  for (const variant of variants) options.add(variant.reference);
}
