import type { PriceRule, PriceRuleChange } from '../../../src/domain/price-rule.ts';
import { decimal, priceRule } from '../../../src/testing/contract/samples.ts';
import { CLIENTS } from './clients.ts';
import { duplicates, type Observation } from './ledger.ts';

const ROWS = 20;
const SHARED = 'of all';

export const rulesThing = (client: number): string => `rules of client ${client}`;

/** A message of this client's rules, and of rules that all clients send alike. */
export const ruleChanges = (client: number, number: number): readonly PriceRuleChange[] =>
  Array.from({ length: ROWS }, (_, row) => row).flatMap((row) => [
    rule(`of ${client}`, row, number),
    rule(SHARED, row, row + 1),
  ]);

const rule = (source: string, row: number, value: number): PriceRuleChange =>
  priceRule({ source, reference: `P${row}`, customer: '', kind: 'price', value: decimal(`${value}`) });

export const observeRules = (rules: readonly PriceRule[]): readonly Observation[] =>
  CLIENTS.map((client) => ({
    thing: rulesThing(client),
    numbers: Array.from({ length: ROWS }, (_, row) => {
      const found = rules.find(
        ({ source, reference }) => source === `of ${client}` && reference === `P${row}`,
      );
      return Number(found?.value ?? 0);
    }),
  }));

export const doubleRules = (rules: readonly PriceRule[]): readonly string[] =>
  duplicates(
    'rule',
    rules.map(({ source, reference }) => `${source} ${reference}`),
  );
