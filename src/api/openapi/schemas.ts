import { z } from 'zod';
import type { ApiRoute } from '../route.ts';
import { lineOf } from '../schemas/json-lines.ts';
import { SCHEMAS } from '../schemas/named.ts';
import { problemDocument } from '../schemas/problem-document.ts';
import type { JsonSchema } from './types.ts';

const REFERENCE = '#/components/schemas/';

export interface Components {
  readonly schemas: Readonly<Record<string, JsonSchema>>;
  /** How a schema of a route is spoken of. */
  of(schema: z.ZodType): JsonSchema;
}

/** The schemas of replies and bodies, by name: their own one, or one after the route. */
export function componentsFrom(routes: Readonly<Record<string, ApiRoute>>): Components {
  const registry = z.registry<{ id: string }>();
  const add = (schema: z.ZodType, otherwise: string): void => {
    if (!registry.has(schema)) registry.add(schema, { id: SCHEMAS.get(schema)?.id ?? otherwise });
  };
  for (const [name, { reply, body, fileTypes, status }] of Object.entries(routes)) {
    const title = name.charAt(0).toUpperCase() + name.slice(1);
    const line = lineOf(reply);
    for (const part of [...partsOf(line ?? reply), ...(body ? partsOf(body) : [])]) add(part, '');
    if (!fileTypes && !line && status !== 204) add(reply, `${title}Reply`);
    if (body) add(body, `${title}Body`);
  }
  for (const part of partsOf(problemDocument)) add(part, '');
  const { schemas } = z.toJSONSchema(registry, { io: 'input', uri: (id) => `${REFERENCE}${id}` });
  return {
    schemas: Object.fromEntries(
      Object.entries(schemas)
        .map(([id, schema]) => [id, withoutDialect(schema as JsonSchema)] as const)
        .sort(byName),
    ),
    of: (schema) => ({ $ref: `${REFERENCE}${registry.get(schema)?.id}` }),
  };
}

const byName = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number => (a < b ? -1 : 1);

/** A schema that stands in one place only. */
export const inlineSchema = (schema: z.ZodType): JsonSchema =>
  withoutDialect(z.toJSONSchema(schema, { io: 'input' }) as JsonSchema);

/** OpenAPI 3.1 speaks one dialect throughout. */
function withoutDialect({ $schema: _, $id: __, ...schema }: JsonSchema): JsonSchema {
  return schema;
}

/** The named schemas within a schema, itself among them. */
function partsOf(schema: z.ZodType, seen = new Set<unknown>()): readonly z.ZodType[] {
  if (seen.has(schema)) return [];
  seen.add(schema);
  const own = SCHEMAS.has(schema) ? [schema] : [];
  return [...own, ...within(schema).flatMap((part) => partsOf(part, seen))];
}

function within(schema: z.ZodType): readonly z.ZodType[] {
  const parts =
    schema instanceof z.ZodObject
      ? Object.values(schema.shape)
      : schema instanceof z.ZodArray
        ? [schema.element]
        : schema instanceof z.ZodRecord
          ? [schema.valueType]
          : schema instanceof z.ZodUnion
            ? schema.options
            : schema instanceof z.ZodLazy
              ? [schema.unwrap()]
              : schema instanceof z.ZodOptional ||
                  schema instanceof z.ZodExactOptional ||
                  schema instanceof z.ZodNullable ||
                  schema instanceof z.ZodDefault
                ? [schema.unwrap()]
                : schema instanceof z.ZodPipe
                  ? [schema.def.in]
                  : [];
  return parts.filter((part): part is z.ZodType => part instanceof z.ZodType);
}
