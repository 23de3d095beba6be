import type { StateTable } from '../states.ts';

/** How a number is read, changed and written. */
export interface NumberFormat {
  /** What it is multiplied by: `0.001` from grams to kilograms. */
  readonly factor?: string;
  /** How many digits it has behind the point, rounded half away from zero. */
  readonly places?: number;
  /** What stands between them, in a text. By default a point. */
  readonly separator?: '.' | ',';
}

/** One value's way from where it came to where it goes. Paths are those of `slots.ts`. */
export interface FieldMap {
  /** Where the value comes from; none where `value` says it. */
  readonly from?: string;
  readonly to: string;
  /** A constant. */
  readonly value?: string;
  /** What an empty value becomes, and one that is not in `table`; and an absent one, of a new product or an order. */
  readonly default?: string;
  /** What each value becomes. Without a default, one that is not in it refuses the record. */
  readonly table?: Readonly<Record<string, string>>;
  readonly number?: NumberFormat;
  /** How a date is written in a text: `dd/mm/yyyy`, `yyyy-mm-dd hh:min`. */
  readonly date?: string;
  /** Whether a custom field stays under its own name too. */
  readonly keep?: boolean;
}

export type MappedKind = 'products' | 'customers' | 'priceRules' | 'orders';

export interface FieldMaps extends Readonly<Partial<Record<MappedKind, readonly FieldMap[]>>> {
  readonly orderStates?: StateTable;
}
