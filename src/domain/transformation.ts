import type { Entity } from './entity.ts';
import type { Problem } from './problem.ts';
import { shortenedJson } from './shortened-json.ts';

/** What a transformation did to one field: no `before` where nothing was said, `null` where it was said to be empty. */
export interface TransformedField {
  /** `stock`, `customFields.xx_brand`, `lines.0.name`. */
  readonly path: string;
  readonly before?: string | number | boolean | object | null;
  readonly after?: string | number | boolean | object | null;
}

/** A line of XML in a comparison; `skipped` stands for all that is left out there. */
export interface DifferenceLine {
  readonly kind: 'same' | 'removed' | 'added' | 'skipped';
  readonly text: string;
}

/** What one transformation did to one record, a sheet to the whole message. */
export interface TransformationStep {
  /** A sheet's file, `fieldMaps.products`, or a hook by its module, its moment, and its name where it has one. */
  readonly name: string;
  /** `request` or `reply` of a sheet, else that of hooks: `beforeProduct` … */
  readonly moment: string;
  readonly outcome: 'changed' | 'dropped' | 'refused';
  readonly entity?: Entity;
  /** The record's own key, as it came to the transformation. */
  readonly record?: string;
  readonly changes?: readonly TransformedField[];
  /** Of a sheet. */
  readonly difference?: readonly DifferenceLine[];
  /** What `xsl:message` said. */
  readonly said?: string;
  /** Why it was dropped or refused. */
  readonly problem?: Problem;
}

/** What was transformed of one message: all steps are counted, the first are kept, their long texts cut. */
export interface Transformations {
  readonly count: number;
  readonly kept: readonly TransformationStep[];
}

/** Told of each step while a message is worked on. */
export interface TransformationTrace extends Transformations {
  /** `make` is asked only where there is room for what it gives. */
  add(make: () => TransformationStep): void;
}

const MOST_STEPS = 100;
/** Of all steps of a message, as JSON. */
const MOST_CHARACTERS = 65_536;

export function createTrace(): TransformationTrace {
  const kept: TransformationStep[] = [];
  let count = 0;
  let characters = 0;
  return {
    kept,
    get count() {
      return count;
    },
    add(make) {
      count += 1;
      if (kept.length >= MOST_STEPS || characters >= MOST_CHARACTERS) return;
      const json = shortenedJson(make());
      characters += json.length;
      // Later ones are not kept either: what is kept is the beginning.
      if (characters <= MOST_CHARACTERS) kept.push(JSON.parse(json));
    },
  };
}

/** Plain data, which can cross to another thread; none where nothing was transformed. */
export const toldOf = ({ count, kept }: Transformations): { readonly transformed?: Transformations } =>
  count === 0 ? {} : { transformed: { count, kept } };
