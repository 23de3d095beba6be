import { type FieldChange, fieldChange, type ShownValue } from '../../domain/effect.ts';
import type { SqlValue } from '../database.ts';
import type { Columns } from '../table.ts';

/** What differs between the cells of a record before and after a write; before: none, where it is new. */
export const cellChanges = <Fields>(
  { fields, kinds }: Pick<Columns<Fields>, 'fields' | 'kinds'>,
  before: readonly SqlValue[] | undefined,
  after: readonly SqlValue[],
): readonly FieldChange[] =>
  fields.flatMap((path, index) => {
    const [was = null, is = null] = [before?.[index], after[index]];
    if (was === is) return [];
    const kind = [kinds[path]].flat()[0];
    return [fieldChange(path, shownCell(kind, was), shownCell(kind, is))];
  });

function shownCell(kind: unknown, cell: SqlValue): ShownValue | undefined {
  if (cell === null || cell instanceof Uint8Array) return undefined;
  if (kind === 'boolean') return cell === 1;
  return kind === 'json' ? JSON.parse(String(cell)) : cell;
}
