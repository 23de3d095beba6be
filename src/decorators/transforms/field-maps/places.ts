type Part = Readonly<Record<string, unknown>> | readonly unknown[];

const isPart = (value: unknown): value is Part =>
  typeof value === 'object' && value !== null && !ArrayBuffer.isView(value);

/** What stands there; undefined where nothing does. */
export function valueAt(record: unknown, steps: readonly string[]): unknown {
  let value = record;
  for (const step of steps) {
    if (!isPart(value) || !Object.hasOwn(value, step)) return undefined;
    value = Reflect.get(value, step);
  }
  return value;
}

/** Another record, with that value there. */
export function withValueAt<Value>(record: Value, steps: readonly string[], value: unknown): Value {
  return placed(record, steps, value) as Value;
}

function placed(part: unknown, [step, ...steps]: readonly string[], value: unknown): unknown {
  if (step === undefined) return value;
  if (Array.isArray(part))
    return part.map((item, index) => (String(index) === step ? placed(item, steps, value) : item));
  const old = isPart(part) ? part : {};
  return {
    ...old,
    [step]: placed(Object.hasOwn(old, step) ? Reflect.get(old, step) : undefined, steps, value),
  };
}

/** Another record, without what stands there. */
export function withoutValueAt<Value>(record: Value, steps: readonly string[]): Value {
  const [last = '', ...parents] = steps.toReversed();
  const holder = valueAt(record, parents.toReversed());
  if (!isPart(holder) || !Object.hasOwn(holder, last)) return record;
  const { [last]: _, ...others } = { ...holder } as Record<string, unknown>;
  return withValueAt(record, parents.toReversed(), others);
}
