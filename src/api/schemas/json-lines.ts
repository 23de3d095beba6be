import { z } from 'zod';

/** A reply that comes line by line, each of them JSON. */
type JsonLines<Line extends z.ZodType> = z.ZodType<
  AsyncIterable<z.input<Line>>,
  AsyncIterable<z.input<Line>>
>;

const LINES = new WeakMap<z.ZodType, z.ZodType>();

/** Lines of a schema that has a name. A problem may stand in the place of the last one: `{"kind":"problem", …}`. */
export function jsonLines<Line extends z.ZodType>(line: Line): JsonLines<Line> {
  const lines = z.custom<AsyncIterable<z.input<Line>>>();
  LINES.set(lines, line);
  return lines;
}

/** What each line is; undefined of what does not come in lines. */
export const lineOf = (schema: z.ZodType): z.ZodType | undefined => LINES.get(schema);
