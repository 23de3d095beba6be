import { ZERO } from '../domain/decimal.ts';
import { defined, filled } from '../domain/optional.ts';
import {
  PRICE_RULE_KINDS,
  PRICE_RULE_OPTIONS,
  type PriceRule,
  type PriceRuleChange,
  type PriceRuleKind,
} from '../domain/price-rule.ts';
import type { Decoded } from '../domain/problem.ts';
import {
  chosen,
  decodeRecord,
  ignoreFields,
  type JsonObject,
  type RecordReader,
  readDate,
  readDecimal,
  readFields,
  readText,
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
    ...defined({
      currency: filled(rule.currency),
      country: filled(rule.country),
      validFrom: filled(rule.validFrom),
    }),
    ...rule.options,
    ...(life && defined({ seenAt: rule.seenAt, retiredAt: rule.retiredAt })),
  };
}

/** A retired rule must not come back to life: it is read as `'retired'`. */
export const readPriceRule = (source: unknown): Decoded<PriceRuleChange | 'retired'> =>
  decodeRecord('price_rule', source, (reader) => {
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
      options: readFields(reader, PRICE_RULE_OPTIONS),
    };
    refuseOthers(reader);
    return change;
  });

const readCode = (reader: RecordReader, field: string): string => readText(reader, field)?.trim() ?? '';

const readKind = (reader: RecordReader): PriceRuleKind =>
  chosen(reader, { field: 'kind', value: required(reader, 'kind', readText), choices: PRICE_RULE_KINDS });
