import { expect, test } from 'vitest';
import { sqlSettingsSchema } from './settings.ts';

const refusedPaths = (settings: object): string[] =>
  sqlSettingsSchema
    .safeParse(settings)
    .error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`) ?? [];

test('a database is enough', () => {
  expect(sqlSettingsSchema.parse({ database: 'postgres://erp@db/shop' })).toEqual({
    database: 'postgres://erp@db/shop',
    queries: {},
    map: {},
    files: '.',
    timeoutSeconds: 300,
  });
});

test('one statement is a list of one', () => {
  const orders = { exists: 'e', header: 'h', line: ['l', 'm'] };
  expect(sqlSettingsSchema.parse({ database: 'mysql://erp@db/shop', orders }).orders).toEqual({
    ...orders,
    header: ['h'],
  });
});

test('what is wrong is named, with what to write', () => {
  expect(refusedPaths({ database: 'sqlite:erp.db' })).toEqual([
    'database: postgres://…, mysql://…, mariadb://…, mssql://…',
  ]);
  expect(refusedPaths({ database: 'mysql://db/shop', queries: { article: 'x' } })).toHaveLength(1);
  expect(refusedPaths({ database: 'mysql://db/shop', timeoutSeconds: 0 })).toHaveLength(1);
});
