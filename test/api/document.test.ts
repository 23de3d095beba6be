import { Validator } from '@seriousme/openapi-schema-validator';
import { expect, test } from 'vitest';
import { openApiDocument } from '../../src/api/openapi/document.ts';
import { type ApiRoute, paramNames } from '../../src/api/route.ts';
import { ROUTES } from '../../src/api/routes.ts';

const document = openApiDocument();

test('the OpenAPI document is one', async () => {
  const validator = new Validator();
  const { valid, errors } = await validator.validate(JSON.parse(JSON.stringify(document)));
  expect(errors ?? []).toEqual([]);
  expect(valid).toBe(true);
  expect(validator.version).toBe('3.1');
});

test('the validator tells a document that is none', async () => {
  const { paths: _, components: __, ...broken } = document;
  expect((await new Validator().validate(JSON.parse(JSON.stringify(broken)))).valid).toBe(false);
});

test.each(Object.entries<ApiRoute>(ROUTES))('%s says what it is', (name, route) => {
  const operation = document.paths[route.path]?.[route.method];
  expect(operation?.operationId).toBe(name);
  expect(operation?.summary).toMatch(/^[A-Z]/);
  expect(Object.keys(operation?.responses ?? {})).toEqual(
    expect.arrayContaining([String(route.status ?? 200), '401', '422', '429', '500', '503']),
  );
  const inPath = operation?.parameters
    .filter(({ in: place }) => place === 'path')
    .map(({ name: param }) => param);
  expect(inPath).toEqual(paramNames(route.path));
  const described = operation?.parameters.filter(({ description = '' }) => description !== '');
  expect(described).toEqual(operation?.parameters);
});

test('every reference leads somewhere', () => {
  const references = Array.from(
    JSON.stringify(document).matchAll(/"\$ref":"#\/components\/(\w+)\/([\w-]+)"/g),
    ([, kind = '', name = '']) => ({ kind, name }),
  );
  expect(references.length).toBeGreaterThan(5);
  const kinds: Readonly<Record<string, object>> = document.components;
  expect(references.filter(({ kind, name }) => !Object.hasOwn(kinds[kind] ?? {}, name))).toEqual([]);
  expect(JSON.stringify(document).match(/"\$ref":"(?!#\/components\/)/)).toBeNull();
});

test('a parameter that may be left out is not required', () => {
  const required = Object.values(document.paths)
    .flatMap((path) => Object.values(path))
    .flatMap(({ operationId, parameters }) =>
      parameters.filter((each) => each.in !== 'path' && each.required).map(({ name }) => [operationId, name]),
    );
  expect(required).toEqual([]);
});
