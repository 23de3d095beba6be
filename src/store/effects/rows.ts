import type { ChangedEntity, ChangeOperation } from '../../domain/change-event.ts';
import { type Row, table } from '../table.ts';

interface StoredEffect {
  readonly exchange: string;
  /** Of the change in the feed. */
  readonly sequence: number;
  readonly entity: ChangedEntity;
  readonly key: string;
  readonly operation: ChangeOperation;
  /** FieldChange[] as JSON, its long texts cut. */
  readonly changes: string;
}
export const EFFECT = table<StoredEffect>('exchange_effect', {
  exchange: 'text',
  sequence: 'integer',
  entity: 'text',
  key: 'text',
  operation: 'text',
  changes: 'text',
});
export type EffectRow = Row<StoredEffect>;

/** A message of many records shows what it did to each of the first; the feed tells of all. */
export const MOST_RECORDS_SHOWN = 500;
