import { type PhpValue, parsePhpSerialized } from './php-serialized.ts';

export type { PhpValue };

/** What HikaShop keeps as one text: serialized by PHP, or as JSON in its later versions. Undefined for neither. */
export function parseSerialized(text: string | null): PhpValue | undefined {
  if (!text) return undefined;
  return parsePhpSerialized(text) ?? parseJson(text);
}

function parseJson(text: string): PhpValue | undefined {
  try {
    return fromJson(JSON.parse(text));
  } catch {
    return undefined;
  }
}

function fromJson(value: unknown): PhpValue {
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value !== 'object' || value === null) return null;
  return new Map(Object.entries(value).map(([name, inner]) => [name, fromJson(inner)]));
}

/** The values of a list or of an object's fields. */
export const entriesOf = (value: PhpValue | undefined): readonly (readonly [string, PhpValue])[] =>
  value instanceof Map ? [...value] : [];

/** A field of an object, where it is a text or a number. */
export function textOf(value: PhpValue, field: string): string | undefined {
  const found = value instanceof Map ? value.get(field) : undefined;
  return typeof found === 'string' ? found : undefined;
}
