import { isDeepStrictEqual } from 'node:util';
import type { Outcome } from '../../domain/changes.ts';
import { fail } from '../../domain/error.ts';
import { ownedFieldAt, withoutOwned } from '../../domain/ownership.ts';
import { type Problem, type ProblemFacts, problem, quotable } from '../../domain/problem.ts';
import type {
  ListedProduct,
  Product,
  ProductChange,
  ProductKind,
  ProductOperation,
  VariantChange,
} from '../../domain/product.ts';
import { fieldsOfPaths, valuesByPath } from '../../domain/product-values.ts';
import type { Slice } from '../../domain/slice.ts';
import type { SaveResult } from '../../shop/shop.ts';
import { sha256 } from './changes.ts';
import { changedPaths } from './product-paths.ts';
import { asVariantOf, changedProduct, newProduct } from './product-rules.ts';
import type { MemoryState, WritableState } from './state.ts';

export function listProducts(state: MemoryState, kind: ProductKind, slice: Slice): readonly ListedProduct[] {
  const { start, count = Number.POSITIVE_INFINITY } = slice;
  const listed = [...state.products.values()].filter((product) => product.kind === kind);
  return listed.slice(start, start + count).map(({ id, reference }) => ({ id, reference }));
}

/** Everything is worked out on drafts and stored at the end: a save that throws changes nothing. */
export function saveProduct(
  state: WritableState,
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
  draft.put(changedProduct(draft.get(reference), allowed(state, draft, change)));
  for (const variant of change.variants ?? [])
    applyVariant(state, draft, { parent: reference, change: variant });
  const { image } = draft.get(reference);
  if (change.image && image?.sha256 === sha256(change.image.bytes))
    state.blobs.set(image.sha256, change.image.bytes);
  return { outcome: draft.store(known), warnings: draft.warnings };
}

function applyVariant(
  state: WritableState,
  draft: Draft,
  { parent, change }: { readonly parent: string; readonly change: VariantChange },
): void {
  draft.putUnder(change.reference, parent);
  draft.put(changedProduct(draft.get(change.reference), allowed(state, draft, change)));
}

/** Of a product that is there already, the ERP may not change what the shop keeps for itself. */
function allowed<Change extends ProductChange>(
  { products, owned, writer }: WritableState,
  draft: Draft,
  change: Change,
): Change {
  const stored = products.get(change.reference);
  if (!stored || writer.by !== 'erp') return change;
  const refused = new Set(
    changedPaths(stored, changedProduct(stored, change)).flatMap((path) => ownedFieldAt(path, owned) ?? []),
  );
  for (const field of refused) draft.warn('field_owned', { record: change.reference, field });
  return refused.size === 0 ? change : withoutOwned(change, owned);
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

function createDraft(state: WritableState): Draft {
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
      if (before?.kind === 'product') warn('became_variant', { record: parent, value: quotable(reference) });
      if (before?.parent !== undefined && before.parent !== parent) {
        warn('moved_to_parent', {
          record: parent,
          value: quotable(reference),
          expected: quotable(before.parent),
        });
      }
      if (!find(parent)) warn('parked_unknown_product', { record: reference, value: quotable(parent) });
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
  const facts: ProblemFacts = { entity: 'product', record: parent, value: quotable(reference) };
  if (reference === parent) throw fail('variant_of_itself', facts);
  const hasVariants = [...all.values()].some((product) => product.parent === reference);
  if (hasVariants) throw fail('reference_is_parent', facts);
  if (find(parent)?.kind === 'variant')
    throw fail('reference_is_parent', { ...facts, value: quotable(parent) });
}

function storeDrafts(state: WritableState, drafts: ReadonlyMap<string, Product>, known: boolean): Outcome {
  let changed = false;
  for (const [reference, draft] of drafts) {
    const stored = state.products.get(reference);
    if (stored && isDeepStrictEqual(stored, draft)) continue;
    state.products.set(reference, stored ? draft : { ...draft, id: state.nextId() });
    noteProduct(state, stored, draft);
    changed = true;
  }
  if (!known) return 'created';
  return changed ? 'updated' : 'unchanged';
}

function noteProduct(state: WritableState, before: Product | undefined, after: Product): void {
  const paths = before ? changedPaths(before, after) : [];
  const written = before ? paths : [...valuesByPath(after).keys()];
  const earlier = state.provenance.get(after.reference) ?? [];
  const writers = written.map((path) => [path, state.writer] as const);
  state.provenance.set(after.reference, new Map([...earlier, ...writers]));
  state.note({
    entity: after.kind,
    key: after.reference,
    operation: before ? 'updated' : 'created',
    fields: fieldsOfPaths(paths),
  });
}
