import type { ChangeOperation, NotedChange } from './change-event.ts';

/** A value as JSON has it: decimals and dates as text, lists and what has parts as they are. */
export type ShownValue = string | number | boolean | object;

/** What a write did to one field: no `before` where it had no value, no `after` where it has none now. */
export interface FieldChange {
  /** `stock`, `translations.de.name`, `priceLevels.2`; of price rules `rules[TSH0001, group Grossistes].value`. */
  readonly path: string;
  readonly before?: ShownValue;
  readonly after?: ShownValue;
}

export const fieldChange = <Path extends string>(
  path: Path,
  before: ShownValue | undefined,
  after: ShownValue | undefined,
): FieldChange & { readonly path: Path } => ({
  path,
  ...(before !== undefined && { before }),
  ...(after !== undefined && { after }),
});

/** What an exchange did to one record. */
export interface RecordEffect extends Pick<NotedChange, 'entity' | 'key'> {
  readonly operation: ChangeOperation;
  readonly changes: readonly FieldChange[];
}
