import type { Decimal } from '../domain/decimal.ts';
import type { Decoded } from '../domain/problem.ts';
import { decodeRecord, readDecimal, readText, refuseOthers, required } from './record-reader.ts';

export interface StockRecord {
  readonly reference: string;
  readonly stock: Decimal;
}

/** A quantity that an ERP keeps apart from its articles; undefined where none is said. */
export const readStock = (source: unknown): Decoded<StockRecord | undefined> =>
  decodeRecord('product', source, (reader) => {
    const reference = required(reader, 'reference', readText).trim();
    reader.record = reference;
    const stock = readDecimal(reader, 'stock');
    refuseOthers(reader);
    return stock === undefined || stock === null ? undefined : { reference, stock };
  });
