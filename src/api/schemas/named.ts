import { z } from 'zod';

/** Schemas that the OpenAPI document has under a name of their own. */
export const SCHEMAS = z.registry<{ id: string }>();

export function named<Schema extends z.ZodType>(id: string, schema: Schema): Schema {
  SCHEMAS.add(schema, { id });
  return schema;
}
