import type { TransformationTrace, TransformedField } from '../../domain/transformation.ts';
import { MOMENTS, type Moment, type Moments } from './moments.ts';
import type { Passage } from './passage.ts';

interface Asked<Name extends Moment> {
  readonly hook: string;
  readonly moment: Name;
  readonly before: Moments[Name];
}

/** Tells what became of a record in one hook, unless it left as it came. */
export function tracePassage<Name extends Moment>(
  trace: TransformationTrace,
  passage: Passage<Moments[Name]>,
  { hook, moment, before }: Asked<Name>,
): void {
  if (passage.kind === 'passed' && changedFields(before, passage.value).next().done) return;
  trace.add(() => {
    const { entity, record } = MOMENTS[moment];
    const step = { name: hook, moment, entity, record: record(before) };
    return passage.kind === 'passed'
      ? { ...step, outcome: 'changed', changes: [...changedFields(before, passage.value)] }
      : { ...step, outcome: passage.kind, problem: passage.problem };
  });
}

type Part = Readonly<Record<string, unknown>> | readonly unknown[];

const NO_PARTS: Part = {};

/** None of a value that is shown as a whole. What is absent or empty may have parts on the other side. */
function partsOf(value: unknown): Part | undefined {
  if (value === undefined || value === null) return NO_PARTS;
  return typeof value === 'object' && !ArrayBuffer.isView(value) ? (value as Part) : undefined;
}

/** What differs between two records, leaf by leaf; only parts that are not the very same are looked at. */
function* changedFields(before: unknown, after: unknown, path = ''): Generator<TransformedField> {
  if (before === after) return;
  const [was, is] = [partsOf(before), partsOf(after)];
  if (!was || !is || (was === NO_PARTS && is === NO_PARTS)) {
    yield { path: path || 'record', ...shown('before', before), ...shown('after', after) };
    return;
  }
  for (const key of new Set([...Object.keys(was), ...Object.keys(is)])) {
    const inner = key === WRAPPER && !path.endsWith(CUSTOM) ? path : [path, key].filter(Boolean).join('.');
    yield* changedFields(Reflect.get(was, key), Reflect.get(is, key), inner);
  }
}

/** A record's own fields stand in one of its own; effects name them without. */
const WRAPPER = 'fields';
/** Whose names are anybody's. */
const CUSTOM = 'customFields';

const shown = (side: 'before' | 'after', value: unknown): Partial<TransformedField> =>
  value === undefined ? {} : { [side]: ArrayBuffer.isView(value) ? `${value.byteLength} bytes` : value };
