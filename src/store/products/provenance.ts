import { valuesByPath } from '../../domain/product-values.ts';
import type { FieldWriter, ProductProvenance } from '../../shop/provenance.ts';
import type { Writing } from '../context.ts';
import type { Sql } from '../database.ts';
import { readProduct } from './read.ts';

/*
 * A product's cell holds its last writers, newest first, each with the paths that it was the last to change. Whoever made
 * the product comes last and has no list: all that nobody changed since is his. So the cell of a product that only its
 * ERP writes stays short, whatever fields it has, and no field is named twice.
 */
type Cell = string | null;
type PackedWriter = readonly [
  by: FieldWriter['by'],
  at: string,
  exchange: string | null,
  paths?: readonly string[],
];

const packed = ({ origin, at }: Writing): PackedWriter => [origin.by, at, origin.exchange ?? null];

const unpacked = (cell: Cell): readonly PackedWriter[] => (cell === null ? [] : JSON.parse(cell));

export const provenanceOfNew = (writing: Writing): string => JSON.stringify([packed(writing)]);

export function provenanceAfter(cell: Cell, paths: readonly string[], writing: Writing): string {
  const taken = new Set(paths);
  const earlier = unpacked(cell).flatMap((writer): PackedWriter[] => {
    const [by, at, exchange, had] = writer;
    if (!had) return [writer];
    const left = had.filter((path) => !taken.has(path));
    return left.length === 0 ? [] : [[by, at, exchange, left]];
  });
  return JSON.stringify([[...packed(writing), paths], ...earlier]);
}

const FIND = 'SELECT provenance FROM product WHERE reference = $1';

export async function readProvenance(sql: Sql, reference: string): Promise<ProductProvenance | undefined> {
  const product = await readProduct(sql, reference);
  const row = await sql.get<{ provenance: Cell }>(FIND, [reference]);
  if (!product || !row) return undefined;
  const writers = unpacked(row.provenance);
  const named = writers.flatMap(([by, at, exchange, paths]) =>
    (paths ?? []).map((path) => [path, fieldWriter([by, at, exchange])] as const),
  );
  const maker = writers.find(([, , , paths]) => !paths);
  const own = maker
    ? [...valuesByPath(product).keys()].map((path) => [path, fieldWriter(maker)] as const)
    : [];
  return { reference, kind: product.kind, fields: new Map([...own, ...named]) };
}

const fieldWriter = ([by, at, exchange]: PackedWriter): FieldWriter => ({
  by,
  at,
  ...(exchange !== null && { exchange }),
});
