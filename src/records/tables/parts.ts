/** A record, or a part of one, being put together. */
export type Part = { [name: string]: unknown };

export const isPart = (value: unknown): value is Part =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Sets `a.0.b`; a list has no holes, so that a second category without a first becomes the first. */
export function setPath(record: Part, path: string, value: unknown): void {
  const [name = '', ...rest] = path.split('.');
  const [next] = rest;
  if (next === undefined) record[name] = value;
  else if (/^\d+$/.test(next) && name !== 'priceLevels')
    setItem(record, name, { index: Number(next), rest: rest.slice(1), value });
  else {
    const part = isPart(record[name]) ? record[name] : {};
    record[name] = part;
    setPath(part, rest.join('.'), value);
  }
}

interface Item {
  readonly index: number;
  readonly rest: readonly string[];
  readonly value: unknown;
}

function setItem(record: Part, name: string, { index, rest, value }: Item): void {
  const list: unknown[] = Array.isArray(record[name]) ? record[name] : [];
  const position = Math.min(index, list.length);
  record[name] = list;
  if (rest.length === 0) list[position] = value;
  else {
    const part = isPart(list[position]) ? list[position] : {};
    list[position] = part;
    setPath(part, rest.join('.'), value);
  }
}
