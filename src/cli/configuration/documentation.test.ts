import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { configurationPage } from './documentation.ts';
import { configurationJsonSchema, type SchemaNode } from './json-schema.ts';

test('docs/configuration.md is what the schema says (else run: node scripts/configuration-docs.ts)', () => {
  const committed = readFileSync(new URL('../../../docs/configuration.md', import.meta.url), 'utf8');
  expect(committed).toBe(configurationPage());
});

test('every key is explained', () => {
  const unexplained = (node: SchemaNode, path: string): string[] =>
    Object.entries({ ...node.properties, ...node.items?.properties }).flatMap(([key, value]) => [
      ...(value.description ? [] : [`${path}.${key}`]),
      ...unexplained(value, `${path}.${key}`),
    ]);
  expect(unexplained(configurationJsonSchema(), '')).toEqual([]);
});
