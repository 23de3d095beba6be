import { type ChangedRules, type ChangeOperation, ruleSetKey } from '../../domain/change-event.ts';
import { type FieldChange, fieldChange } from '../../domain/effect.ts';
import type { PriceRuleKey } from '../../domain/price-rule.ts';
import { shortenedJson } from '../../domain/shortened-json.ts';
import type { Sql } from '../database.ts';
import { cellChanges } from '../effects/cell-changes.ts';
import { EFFECT, MOST_RECORDS_SHOWN } from '../effects/rows.ts';
import { createInsertRows } from '../many-rows.ts';
import { equal } from '../sql-text.ts';
import type { Row } from '../table.ts';
import { KEY, RULE_KEY, RULE_VALUE, type RuleValue } from './columns.ts';

/** What the exchange did to one set, by its place among the events of the message. */
export interface PlannedEffect {
  readonly number: number;
  readonly key: string;
  readonly operation: ChangeOperation;
  readonly changes: string;
}

interface SetRow extends ChangedRules {
  readonly number: number;
  readonly operation: ChangeOperation;
}
type RuleRow = Row<PriceRuleKey> & Readonly<Record<string, string | null>>;

const SETS = `SELECT number, source, rule, operation, created, updated, retired FROM planned_event
  ORDER BY number LIMIT ${MOST_RECORDS_SHOWN}`;

const valuesOf = (alias: string, prefix: string): string =>
  RULE_VALUE.fields
    .map((field, index) => `${alias}.${RULE_VALUE.names[index]} AS "${prefix}${field}"`)
    .join(', ');
const said = `${RULE_KEY.selected('n.')}, ${valuesOf('n', 'is_')}`;
const CHANGED = `SELECT ${said}, ${valuesOf('p', 'was_')}
  FROM pending_rule n LEFT JOIN price_rule p ON ${equal(KEY, 'p', 'n')}
  WHERE n.outcome <> 'unchanged' LIMIT ${MOST_RECORDS_SHOWN}`;
const ALL_NEW = `SELECT ${said} FROM named_rule n LIMIT ${MOST_RECORDS_SHOWN}`;
const RETIRED = `SELECT ${RULE_KEY.selected('n.')}, ${valuesOf('p', 'was_')}
  FROM absent_rule n JOIN price_rule p ON ${equal(KEY, 'p', 'n')}
  WHERE n.retires = 1 LIMIT ${MOST_RECORDS_SHOWN}`;

/** Counts for each set, and of the first rules what became of each. */
export async function planEffects(
  sql: Sql,
  { allNew, hasAbsent }: { readonly allNew: boolean; readonly hasAbsent: boolean },
): Promise<readonly PlannedEffect[]> {
  const rows = [
    ...(await sql.all<RuleRow>(allNew ? ALL_NEW : CHANGED)),
    ...(hasAbsent ? await sql.all<RuleRow>(RETIRED) : []),
  ].slice(0, MOST_RECORDS_SHOWN);
  const bySet = Map.groupBy(rows, ruleSetKey);
  return (await sql.all<SetRow>(SETS)).map(({ number, operation, ...set }) => {
    const key = ruleSetKey(set);
    const rules = (bySet.get(key) ?? []).flatMap(ruleChanges);
    return { number, key, operation, changes: shortenedJson([...setCounts(set), ...rules]) };
  });
}

const setCounts = ({ created, updated, retired }: ChangedRules): readonly FieldChange[] =>
  Object.entries({ created, updated, retired }).flatMap(([path, count]) =>
    Number(count) > 0 ? [fieldChange(path, undefined, Number(count))] : [],
  );

function ruleChanges(row: RuleRow): readonly FieldChange[] {
  const cellsOf = (prefix: string) => RULE_VALUE.fields.map((field) => row[`${prefix}${field}`] || null);
  return cellChanges<RuleValue>(RULE_VALUE, cellsOf('was_'), cellsOf('is_')).map((change) => ({
    ...change,
    path: `rules[${ruleLabel(row)}].${change.path}`,
  }));
}

/** `TSH0001, group Grossistes, fromQuantity 10`: what the rule says of itself beside its set. */
function ruleLabel({ reference, ...row }: RuleRow): string {
  const { source: _, rule: __, reference: ___, ...conditions } = RULE_KEY.kinds;
  const named = Object.keys(conditions).flatMap((name) => {
    const value = row[name];
    return value === '' || value === '0' || value === undefined ? [] : [`${name} ${value}`];
  });
  return [reference, ...named].join(', ');
}

const insertEffects = createInsertRows(EFFECT);

/** In the write transaction; `before`: the number before that of the first event. */
export const saveRuleEffects = (
  sql: Sql,
  effects: readonly PlannedEffect[],
  { before, exchange }: { readonly before: number; readonly exchange: string },
): Promise<void> =>
  insertEffects(
    sql,
    effects.map(({ number, ...effect }) =>
      EFFECT.cells({ exchange, sequence: before + Number(number), entity: 'price_rule', ...effect }),
    ),
  );
