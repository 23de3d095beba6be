import { z } from 'zod';

const MOST_ITEMS = 500;
/** A place in the order of names has one of 500 letters, in any script. */
const LONGEST_CURSOR = 8000;

/** The parameters of every list. */
export const PAGE_QUERY = {
  limit: z.int().min(1).max(MOST_ITEMS).default(50).describe('How many items a page has at most.'),
  cursor: z
    .string()
    .max(LONGEST_CURSOR)
    .exactOptional()
    .describe('`next` of the page before. The other parameters stay what they were.'),
};

/** The order of a list: a field's name, with a minus before it from the highest down. */
export const sortQuery = <const Names extends readonly string[]>(names: Names) =>
  z
    .enum([...names, ...names.map((name): `-${Names[number]}` => `-${name}`)])
    .describe('The order; a minus turns it around.');

/** Sparse fields of a record. */
export const fieldsQuery = <Shape extends z.ZodRawShape>(record: z.ZodObject<Shape>) =>
  z
    .array(record.keyof())
    .min(1)
    .exactOptional()
    .describe('Only these fields of each record, with commas between.');
