import { isDeepStrictEqual } from 'node:util';
import type { Outcome } from '../../domain/changes.ts';
import { fail } from '../../domain/error.ts';
import { type Problem, problem } from '../../domain/problem.ts';
import type { Product, ProductChange, ProductKind, VariantChange } from '../../domain/product.ts';
import type { ListedProduct, ProductOperation, SaveResult, Slice } from '../../shop/shop.ts';
import { asVariantOf, changedProduct, newProduct } from './product-rules.ts';
import type { MemoryState } from './state.ts';

export function listProducts(state: MemoryState, kind: ProductKind, slice: Slice): readonly ListedProduct[] {
  const { start, count = Number.POSITIVE_INFINITY } = slice;
  const listed = [...state.products.values()].filter((product) => product.kind === kind);
  return listed.slice(start, start + count).map(({ id, reference }) => ({ id, reference }));
}

/** Everything is worked out on drafts and stored at the end: a save that throws changes nothing. */
export function saveProduct(
  state: MemoryState,
  change: ProductChange,
  operation: ProductOperation,
): SaveResult {
  const { reference } = change;
  const known = state.products.has(reference);
  if (!known && operation.startsWith('update')) {
    throw fail('reference_unknown', { entity: 'product', record: reference });
  }
  const draft = createDraft(state);
  if (known && operation.startsWith('add')) draft.warn('already_exists', { record: reference });
  if (change.parent !== undefined) draft.putUnder(reference, change.parent);
  draft.put(changedProduct(draft.get(reference), change));
  for (const variant of change.variants ?? []) applyVariant(draft, reference, variant);
  if (change.image) state.blobs.set(draft.get(reference).image?.sha256 ?? '', change.image.bytes);
  return { outcome: draft.store(known), warnings: draft.warnings };
}

function applyVariant(draft: Draft, parent: string, change: VariantChange): void {
  draft.putUnder(change.reference, parent);
  draft.put(changedProduct(draft.get(change.reference), change));
}

interface Draft {
  readonly warnings: Problem[];
  warn(reason: Problem['reason'], facts: Omit<Problem, 'reason'>): void;
  get(reference: string): Product;
  put(product: Product): void;
  /** Makes the owner of `reference` a variant of `parent`, with a warning where it was something else before. */
  putUnder(reference: string, parent: string): void;
  store(known: boolean): Outcome;
}

function createDraft(state: MemoryState): Draft {
  const drafts = new Map<string, Product>();
  const warnings: Problem[] = [];
  const find = (reference: string) => drafts.get(reference) ?? state.products.get(reference);
  const get = (reference: string) => find(reference) ?? newProduct('', reference);
  const warn = (reason: Problem['reason'], facts: Omit<Problem, 'reason'>) => {
    warnings.push(problem(reason, { entity: 'product', ...facts }));
  };
  return {
    warnings,
    warn,
    get,
    put: (product) => drafts.set(product.reference, product),
    putUnder(reference, parent) {
      checkFamily(reference, parent, { find, all: new Map([...state.products, ...drafts]) });
      const before = find(reference);
      if (before?.kind === 'product') warn('became_variant', { record: parent, value: reference });
      if (before?.parent !== undefined && before.parent !== parent) {
        warn('moved_to_parent', { record: parent, value: reference, expected: before.parent });
      }
      if (!find(parent)) warn('parked_unknown_product', { record: reference, value: parent });
      drafts.set(reference, asVariantOf(get(reference), parent));
    },
    store: (known) => storeDrafts(state, drafts, known),
  };
}

/** Families have two levels: a variant has no variants, not even such as wait for a parent of its name. */
function checkFamily(
  reference: string,
  parent: string,
  { find, all }: { find: (reference: string) => Product | undefined; all: ReadonlyMap<string, Product> },
): void {
  const facts = { entity: 'product', record: parent, value: reference };
  if (reference === parent) throw fail('variant_of_itself', facts);
  const hasVariants = [...all.values()].some((product) => product.parent === reference);
  if (hasVariants) throw fail('reference_is_parent', facts);
  if (find(parent)?.kind === 'variant') throw fail('reference_is_parent', { ...facts, value: parent });
}

function storeDrafts(state: MemoryState, drafts: ReadonlyMap<string, Product>, known: boolean): Outcome {
  let changed = false;
  for (const [reference, draft] of drafts) {
    const stored = state.products.get(reference);
    if (stored && isDeepStrictEqual(stored, draft)) continue;
    state.products.set(reference, stored ? draft : { ...draft, id: state.nextId() });
    changed = true;
  }
  if (!known) return 'created';
  return changed ? 'updated' : 'unchanged';
}
