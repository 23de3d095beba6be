import { diffArrays } from 'diff';
import type { DifferenceLine } from '../domain/transformation.ts';
import { withoutBase64 } from './kept-base64.ts';
import { xmlLines } from './xml-lines.ts';

/** Of a longer message only its beginning is compared. */
const MOST_BYTES = 256 << 10;
/** How many lines may differ before one is no longer looked for in the other. */
const MOST_EDITS = 400;
const MOST_LINES = 200;
const CONTEXT = 2;

/** What a sheet changed, an element a line; none where nothing but white space between elements differs. */
export function xmlDifference(before: Uint8Array, after: Uint8Array): readonly DifferenceLine[] {
  const [was, is] = [linesOf(before), linesOf(after)];
  const begin = commonAtStart(was, is);
  const end = commonAtStart(was.slice(begin).reverse(), is.slice(begin).reverse());
  if (begin + end === was.length && was.length === is.length) return [];
  const middle = compared(was.slice(begin, was.length - end), is.slice(begin, is.length - end));
  const same = was.map((text) => ({ kind: 'same', text }) as const);
  return bounded([...same.slice(0, begin), ...middle, ...same.slice(was.length - end)]);
}

const utf8 = new TextDecoder();

const linesOf = (xml: Uint8Array): readonly string[] =>
  xmlLines(withoutBase64(utf8.decode(xml.subarray(0, MOST_BYTES))));

function commonAtStart(one: readonly string[], other: readonly string[]): number {
  const differs = one.findIndex((line, index) => line !== other[index]);
  return differs < 0 ? one.length : differs;
}

function compared(was: readonly string[], is: readonly string[]): readonly DifferenceLine[] {
  const parts = diffArrays([...was], [...is], { maxEditLength: MOST_EDITS });
  if (!parts) return [...marked('removed', was), ...marked('added', is)];
  return parts.flatMap(({ added, removed, value }) =>
    marked(added ? 'added' : removed ? 'removed' : 'same', value),
  );
}

const marked = (kind: DifferenceLine['kind'], lines: readonly string[]): readonly DifferenceLine[] =>
  lines.map((text) => ({ kind, text }));

const SKIPPED: DifferenceLine = { kind: 'skipped', text: '' };

/** With a little of what stands around each change, and no more lines than a person reads. */
function bounded(lines: readonly DifferenceLine[]): readonly DifferenceLine[] {
  const shown: DifferenceLine[] = [];
  let last = -1;
  for (const [index, line] of lines.entries()) {
    if (!isNearChange(lines, index)) continue;
    if (index > last + 1) shown.push(SKIPPED);
    if (shown.length >= MOST_LINES) return [...shown, SKIPPED];
    shown.push(line);
    last = index;
  }
  return last < lines.length - 1 ? [...shown, SKIPPED] : shown;
}

const isNearChange = (lines: readonly DifferenceLine[], index: number): boolean =>
  lines.slice(Math.max(0, index - CONTEXT), index + CONTEXT + 1).some(({ kind }) => kind !== 'same');
