import { z } from 'zod';
import { settingsSchema } from '../../configuration/server.ts';

/** What this project reads of the JSON Schema that zod makes. */
export interface SchemaNode {
  readonly type?: string;
  readonly description?: string;
  readonly default?: unknown;
  readonly enum?: readonly unknown[];
  readonly properties?: Readonly<Record<string, SchemaNode>>;
  readonly items?: SchemaNode;
  readonly additionalProperties?: SchemaNode | boolean;
  readonly anyOf?: readonly SchemaNode[];
}

/** A settings file's schema, as JSON Schema. */
export const jsonSchemaOf = (schema: z.ZodType): SchemaNode =>
  z.toJSONSchema(schema, { io: 'input' }) as SchemaNode;

export const configurationJsonSchema = (): SchemaNode => jsonSchemaOf(settingsSchema);

/** The keys that may stand at a path such as `['shops', 0]`. */
export function keysAt(path: readonly PropertyKey[], root: SchemaNode): readonly string[] {
  let node: SchemaNode | undefined = root;
  for (const step of path) node = typeof step === 'number' ? node?.items : node?.properties?.[String(step)];
  return Object.keys(node?.properties ?? {});
}
