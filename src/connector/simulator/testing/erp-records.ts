import { ZERO } from '../../../domain/decimal.ts';
import type { ErpSource, Read } from '../../erp-source.ts';

/** What an ERP gives of a kind. */
export async function records<T>(batches: AsyncIterable<readonly Read<T>[]>): Promise<readonly T[]> {
  const reads = (await Array.fromAsync(batches)).flat();
  return reads.map((read) => {
    if ('problem' in read) throw new Error(JSON.stringify(read.problem));
    return read.value;
  });
}

/** Every record that is sent, as text, by the simulator's own names of changes. */
export async function allRecords(source: ErpSource): Promise<ReadonlyMap<string, string>> {
  const named = <T>(kind: string, items: readonly T[], key: (item: T) => string) =>
    items.map((item) => [`${kind} ${key(item)}`, textOf(item)] as const);
  const rules = await records(source.priceRules());
  const documents = await records(source.salesDocuments());
  const loaded = await Promise.all(documents.map((document) => document.load()));
  return new Map([
    ...named('article', await records(source.articles()), ({ reference }) => reference),
    ...named('customer', await records(source.customers()), ({ code }) => code),
    ...named('price_rule', rules, ({ source: src, rule, reference, fromQuantity }) =>
      [src, rule, reference, fromQuantity ?? ZERO].join('/'),
    ),
    ...named('shipment', await records(source.shipments()), ({ orderId }) => orderId),
    ...named('document', loaded, ({ number }) => number),
  ]);
}

const textOf = (value: unknown): string =>
  JSON.stringify(value, (_, part) => (part instanceof Uint8Array ? Buffer.from(part).toString('hex') : part));

/** What differs between two such sets: changed, new or gone. */
export const differences = (
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
): readonly string[] =>
  [...new Set([...before.keys(), ...after.keys()])]
    .filter((key) => before.get(key) !== after.get(key))
    .sort();
