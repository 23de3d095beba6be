import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { connectionSchema } from '../../config-connection.ts';
import { connectionPage } from './connection-documentation.ts';
import { configurationPage } from './documentation.ts';
import { configurationJsonSchema, jsonSchemaOf, type SchemaNode } from './json-schema.ts';

test.each([
  ['configuration.md', configurationPage],
  ['sync-settings.md', connectionPage],
])('docs/%s is what the schema says (else run: node scripts/configuration-docs.ts)', (file, page) => {
  expect(readFileSync(new URL(`../../../docs/${file}`, import.meta.url), 'utf8')).toBe(page());
});

test.each([
  ['configuration', configurationJsonSchema()],
  ['connection', jsonSchemaOf(connectionSchema)],
])('every key of the %s is explained', (_name, schema) => {
  const unexplained = (node: SchemaNode, path: string): string[] =>
    Object.entries({ ...node.properties, ...node.items?.properties }).flatMap(([key, value]) => [
      ...(value.description ? [] : [`${path}.${key}`]),
      ...unexplained(value, `${path}.${key}`),
    ]);
  expect(unexplained(schema, '')).toEqual([]);
});
