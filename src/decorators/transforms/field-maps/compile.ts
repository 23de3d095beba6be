import { type HookContext, type NamedHooks, NO_HOOKS } from '../define-transforms.ts';
import { converted, textOf } from './convert.ts';
import type { FieldMap, FieldMaps, MappedKind } from './field-map.ts';
import { valueAt, withoutValueAt, withValueAt } from './places.ts';
import { isPerLine, listOf, ofLine, type Slot, slotOf } from './slots.ts';

/** Maps that were checked, as hooks: one for each kind of record, so that each map reads what came. */
export function compileFieldMaps(maps: FieldMaps): NamedHooks {
  const hook = (kind: MappedKind) => {
    const compiled = (maps[kind] ?? []).flatMap((map) => compileMap(kind, map) ?? []);
    if (compiled.length === 0) return [];
    const run = <Value extends object>(value: Value, context: HookContext): Value =>
      mapped(value, compiled, isWhole(kind, context));
    return [{ name: `fieldMaps.${kind}`, run }];
  };
  return {
    ...NO_HOOKS,
    beforeProduct: hook('products'),
    beforeCustomer: hook('customers'),
    beforePriceRule: hook('priceRules'),
    afterOrder: hook('orders'),
  };
}

/** Whether what a record does not say, it does not have: it is new, or read as a whole. */
const isWhole = (kind: MappedKind, { message }: HookContext): boolean =>
  kind === 'orders' || message === 'add_product' || message === 'add_option';

function lengthOf(value: unknown, list: string): number {
  const found = valueAt(value, [list]);
  return Array.isArray(found) ? found.length : 0;
}

interface CompiledMap {
  readonly map: FieldMap;
  readonly from: Slot | undefined;
  readonly to: Slot;
  /** Not of orders and price rules, whose texts are empty rather than cleared. */
  readonly clears: boolean;
}

function compileMap(kind: MappedKind, map: FieldMap): CompiledMap | undefined {
  const to = slotOf(kind, map.to);
  const from = map.from === undefined ? undefined : slotOf(kind, map.from);
  return to && { map, from, to, clears: kind === 'products' || kind === 'customers' };
}

function mapped<Value>(value: Value, maps: readonly CompiledMap[], isWhole: boolean): Value {
  const moved = maps.reduce((record, map) => withoutSource(record, map), value);
  return maps.reduce((record, map) => {
    if (!isPerLine(map.to)) return mappedOne(record, { source: value, map, isWhole });
    return Array.from({ length: lengthOf(value, listOf(map.to)) }, (_, index) => index).reduce(
      (lines, index) =>
        mappedOne(lines, {
          source: value,
          map: { ...map, from: map.from && ofLine(map.from, index), to: ofLine(map.to, index) },
          isWhole,
        }),
      record,
    );
  }, moved);
}

/** A custom field that goes elsewhere does not stay under its own name, unless it is asked to. */
function withoutSource<Value>(record: Value, { map, from }: CompiledMap): Value {
  const isMoved = from?.steps[0] === 'customFields' && !map.keep;
  return isMoved ? withoutValueAt(record, from.steps) : record;
}

interface Mapping<Value> {
  readonly source: Value;
  readonly map: CompiledMap;
  readonly isWhole: boolean;
}

function mappedOne<Value>(record: Value, { source, map: compiled, isWhole }: Mapping<Value>): Value {
  const { map, from, to, clears } = compiled;
  if (to.within !== undefined && valueAt(source, [to.within]) === undefined) return record;
  const said = map.value ?? textOf(from && valueAt(source, from.steps));
  if (said === undefined && !isWhole) return record;
  const text = said ?? map.default;
  if (text === undefined) return said === null && clears ? withValueAt(record, to.steps, null) : record;
  return withValueAt(record, to.steps, converted(text, compiled));
}
