import { z } from 'zod';

/**
 * Values of a query, of the kinds that its schema wants: a list's parts stand between commas, a number and a boolean are
 * written out. What cannot be read as such stays a text, and a name that comes twice becomes a list, for the schema to refuse.
 */
export function valuesFromText(
  { shape }: z.ZodObject,
  entries: readonly (readonly [name: string, text: string])[],
): Readonly<Record<string, unknown>> {
  const texts = Map.groupBy(entries, ([name]) => name);
  return Object.fromEntries(
    Array.from(texts, ([name, said]) => {
      const values = said.map(([, text]) => valueFromText(shape[name], text));
      return [name, values.length === 1 ? values[0] : values];
    }),
  );
}

function valueFromText(schema: z.core.$ZodType | undefined, text: string): unknown {
  const kind = unwrapped(schema);
  if (kind instanceof z.ZodArray) return text.split(',').map((part) => valueFromText(kind.element, part));
  if (kind instanceof z.ZodNumber) return /^-?\d+(?:\.\d+)?$/.test(text) ? Number(text) : text;
  if (kind instanceof z.ZodBoolean) return text === 'true' || (text === 'false' ? false : text);
  return text;
}

/** What stands behind `.optional()` and `.default()`. */
export function unwrapped(schema: z.core.$ZodType | undefined): z.core.$ZodType | undefined {
  return schema instanceof z.ZodOptional ||
    schema instanceof z.ZodExactOptional ||
    schema instanceof z.ZodDefault
    ? unwrapped(schema.def.innerType)
    : schema;
}
