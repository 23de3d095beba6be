import { createHash } from 'node:crypto';
import type { CustomerChange } from '../../domain/customer.ts';
import { PasserelleError } from '../../domain/error.ts';
import type { PriceRuleChange } from '../../domain/price-rule.ts';
import { type Decoded, decoded } from '../../domain/problem.ts';
import type { ProductChange } from '../../domain/product.ts';
import { readCustomer } from '../../records/customer-record.ts';
import { readDocument } from '../../records/document-record.ts';
import { readPriceRule } from '../../records/price-rule-record.ts';
import { readProduct } from '../../records/product-record.ts';
import type { ErpDocument } from '../erp-source.ts';
import { namedFileVersion, withCellBytes, withFileBytes, withoutFile } from './cell-files.ts';

/**
 * Reads a record as the rows of a query gave it; undefined when it says nothing. What is wrong with a part of it, and
 * leaves the rest, is among the warnings. `folder`: where files are that a record names.
 */
export type ReadRecord<T> = (
  record: unknown,
  folder: string,
) => Decoded<T | undefined> | Promise<Decoded<T | undefined>>;

const mapped = <From, To>(result: Decoded<From>, to: (value: From) => To): Decoded<To> =>
  result.ok ? decoded(to(result.value), result.warnings) : result;

/** An article whose image cannot be read is given without it. */
export const readArticle: ReadRecord<ProductChange> = async (record, folder) => {
  const filled = await withFileBytes(withCellBytes(record, 'image'), 'image', folder);
  const whole = 'record' in filled ? readProduct(filled.record) : undefined;
  if (whole?.ok) return decoded(whole.value.change);
  const bare = readProduct(withoutFile(record, 'image'));
  if (!bare.ok) return bare;
  const { change } = bare.value;
  const problem = 'problem' in filled ? filled.problem : whole?.problem;
  return decoded(change, problem ? [{ ...problem, entity: 'product', record: change.reference }] : []);
};

/** What a parent's block needs of an article: images are not read for it. */
export const readVariant: ReadRecord<ProductChange> = (record) =>
  mapped(readProduct(withoutFile(record, 'image')), ({ change }) =>
    change.parent === undefined ? undefined : change,
  );

export const readCustomerRow: ReadRecord<CustomerChange> = (record) =>
  mapped(readCustomer(record), ({ erp }) => erp);

export const readPriceRuleRow: ReadRecord<PriceRuleChange> = (record) =>
  mapped(readPriceRule(record), (rule) => (rule === 'retired' ? undefined : rule));

/** A file on disk is read when the piece is loaded. */
export const readErpDocument: ReadRecord<ErpDocument> = async (record, folder) => {
  const said = withCellBytes(record, 'file');
  const read = readDocument(said);
  if (!read.ok) return read;
  const { change, date = change.content?.placedAt } = read.value;
  const version = createHash('sha256')
    .update(JSON.stringify(said))
    .update(await namedFileVersion(said, 'file', folder));
  return decoded({
    number: change.number,
    type: change.type,
    ...(date !== undefined && { date }),
    version: version.digest('hex'),
    async load() {
      const filled = await withFileBytes(said, 'file', folder);
      if ('problem' in filled)
        throw new PasserelleError({ ...filled.problem, entity: 'sales_document', record: change.number });
      const loaded = readDocument(filled.record);
      if (!loaded.ok) throw new PasserelleError(loaded.problem);
      return loaded.value.change;
    },
  });
};
