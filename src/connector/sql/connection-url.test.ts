import { expect, test } from 'vitest';
import { PasserelleError } from '../../domain/error.ts';
import { describe as sentence } from '../../shop/wording.ts';
import { targetFromUrl } from './connection-url.ts';

const BY_NAME = 'mysql://erp:$' + '{ERP_PASSWORD}@db/shop';

test.each([
  ['postgres://u:p%40ss@db.example/shop', 'postgres', 5432],
  ['postgresql://u@db/shop?sslmode=require', 'postgres', 5432],
  ['mysql://u@db:3307/shop', 'mysql', 3307],
  ['mariadb://u@db/shop', 'mysql', 3306],
  ['mssql://sa@db/EBP?instance=EBP', 'mssql', 1433],
])('%s', (url, dialect, port) => {
  expect(targetFromUrl(url, {})).toMatchObject({ dialect, port });
});

test('a password comes from the environment, whatever is in it, and is not in the label', () => {
  const target = targetFromUrl(BY_NAME, { ERP_PASSWORD: 'p@ss/w:rd#' });
  expect(target).toMatchObject({ host: 'db', user: 'erp', password: 'p@ss/w:rd#' });
  expect(target.label).toBe('mysql db:3306/shop');
});

test('the whole URL may come from the environment', () => {
  expect(targetFromUrl('$' + '{URL}', { URL: 'postgres://a:b@c/d' })).toMatchObject({
    password: 'b',
    database: 'd',
  });
});

test.each([
  [BY_NAME, '$ERP_PASSWORD'],
  ['oracle://u:secret@db/shop', 'postgres://…'],
  ['mysql://u:secret@db', 'DATABASE'],
  ['mysql://u:sec ret@[db/shop', 'postgres://…'],
  ['mysql://u:sec%ret@db/shop', 'postgres://…'],
])('%s is refused without being quoted', (url, named) => {
  try {
    targetFromUrl(url, {});
    expect.unreachable();
  } catch (error) {
    if (!(error instanceof PasserelleError)) throw error;
    const said = sentence(error.problem, 'en');
    expect(said).toContain(named);
    expect(said).not.toMatch(/sec ?ret/);
  }
});
