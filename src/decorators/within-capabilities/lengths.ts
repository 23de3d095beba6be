import { fail } from '../../domain/error.ts';
import type { Remarks } from './remarks.ts';

export interface TextPlace {
  readonly field: string;
  /** In characters; undefined: any number. */
  readonly limit: number | undefined;
  readonly remarks: Remarks;
}

/** Throws `value_too_long`: a text that is cut says something else. */
export function requireLength(text: string, { field, limit, remarks }: TextPlace): void {
  // No text has more characters than code units, which are counted for nothing.
  if (limit === undefined || text.length <= limit || [...text].length <= limit) return;
  throw fail('value_too_long', { ...remarks.about, field, limit });
}
