import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readSources } from '../../../test/import-graph.ts';
import { connectionSchema } from '../../configuration/connection.ts';
import { connectionPage } from './connection-documentation.ts';
import { configurationPage } from './documentation.ts';
import { configurationJsonSchema, jsonSchemaOf, type SchemaNode } from './json-schema.ts';

test.each([
  ['configuration.md', configurationPage],
  ['sync-settings.md', connectionPage],
])('docs/%s is what the schema says (else run: node scripts/configuration-docs.ts)', (file, page) => {
  expect(readFileSync(new URL(`../../../docs/${file}`, import.meta.url), 'utf8')).toBe(page());
});

const SOURCE = join(import.meta.dirname, '..', '..');

interface Key {
  readonly path: string;
  readonly name: string;
  readonly node: SchemaNode;
}

const keysOf = (node: SchemaNode, path = ''): readonly Key[] =>
  Object.entries({ ...node.properties, ...node.items?.properties }).flatMap(([name, child]) => [
    { path: `${path}.${name}`, name, node: child },
    ...keysOf(child, `${path}.${name}`),
  ]);

describe.each([
  ['configuration', configurationJsonSchema()],
  ['connection', jsonSchemaOf(connectionSchema)],
])('every key of the %s', (_name, schema) => {
  const keys = keysOf(schema);

  test('is explained', () => {
    expect(keys.filter(({ node }) => !node.description).map(({ path }) => path)).toEqual([]);
  });

  test('is read by somebody', () => {
    const sources = Object.entries(readSources(SOURCE))
      .filter(([path]) => !path.startsWith('configuration/') && path !== 'cli/configuration/environment.ts')
      .map(([, source]) => source);
    const isRead = (name: string): boolean =>
      sources.some((source) => new RegExp(`\\b${name}\\b`).test(source));
    expect(keys.filter(({ name }) => !isRead(name)).map(({ path }) => path)).toEqual([]);
  });
});
