import { ZERO } from '../domain/decimal.ts';
import type { PriceRule, PriceRuleChange, PriceRuleKind } from '../domain/price-rule.ts';
import type { Decoded } from '../domain/problem.ts';
import { filledText } from './optional.ts';
import {
  decodeRecord,
  ignoreFields,
  type JsonObject,
  type RecordReader,
  readDate,
  readDecimal,
  readFields,
  readText,
  refusal,
  refuseOthers,
  required,
} from './record-reader.ts';

/** A rule as `export price-rules` writes it; with `life`, also when it was last named and when it was retired. */
export function formatPriceRule(rule: PriceRule, life: boolean): JsonObject {
  return {
    source: rule.source,
    rule: rule.rule,
    reference: rule.reference,
    group: rule.group,
    customer: rule.customer,
    kind: rule.kind,
    value: rule.value,
    fromQuantity: rule.fromQuantity,
    ...filledText('currency', rule.currency),
    ...filledText('country', rule.country),
    ...filledText('validFrom', rule.validFrom),
    ...rule.options,
    ...(life && { seenAt: rule.seenAt, ...(rule.retiredAt !== undefined && { retiredAt: rule.retiredAt }) }),
  };
}

/** A retired rule must not come back to life: it is read as `'retired'`. */
export const readPriceRule = (source: unknown): Decoded<PriceRuleChange | 'retired'> =>
  decodeRecord('grille', source, (reader) => {
    const reference = required(reader, 'reference', readText).trim();
    const rule = readCode(reader, 'rule');
    reader.record = rule === '' ? reference : `${rule}/${reference}`;
    ignoreFields(reader, 'seenAt', 'retiredAt');
    if (typeof reader.source.retiredAt === 'string') return 'retired';
    const change: PriceRuleChange = {
      source: readCode(reader, 'source'),
      rule,
      reference,
      group: readCode(reader, 'group'),
      customer: readCode(reader, 'customer'),
      kind: readKind(reader),
      value: required(reader, 'value', readDecimal),
      fromQuantity: readDecimal(reader, 'fromQuantity') ?? ZERO,
      currency: readCode(reader, 'currency'),
      country: readCode(reader, 'country'),
      validFrom: readDate(reader, 'validFrom') ?? '',
      options: readFields(reader, {
        validTo: 'date',
        parent: 'text',
        basePrice: 'decimal',
        customerEmails: 'text',
      }),
    };
    refuseOthers(reader);
    return change;
  });

const readCode = (reader: RecordReader, field: string): string => readText(reader, field)?.trim() ?? '';

const KINDS: readonly PriceRuleKind[] = ['price', 'amount_off', 'percent_off'];

function readKind(reader: RecordReader): PriceRuleKind {
  const value = required(reader, 'kind', readText);
  const kind = KINDS.find((known) => known === value);
  if (kind) return kind;
  throw refusal(reader, 'not_in_list', { field: 'kind', value, expected: KINDS.join(', ') });
}
