import { expect, test } from 'vitest';
import { targetFromUrl } from './connection-url.ts';
import { prepareStatement } from './named-parameters.ts';
import { openDatabase } from './open-database.ts';

const syntaxOf = async (url: string) =>
  (await openDatabase(targetFromUrl(url, {}), { timeoutSeconds: 1 })).syntax;

const postgres = await syntaxOf('postgres://u@h/d');
const mysql = await syntaxOf('mysql://u@h/d');
const mssql = await syntaxOf('mssql://u@h/d');

test.each([
  [
    postgres,
    'SELECT \':id\', ":id", $a$ :id $a$, :id::text -- :id',
    'SELECT \':id\', ":id", $a$ :id $a$, $1::text -- :id',
  ],
  [postgres, 'SELECT :id, :id', 'SELECT $1, $2'],
  [postgres, "SELECT 'C:\\', :id", "SELECT 'C:\\', $1"],
  [mysql, "SELECT 'it\\'s :id', `:id`, :id # :id", "SELECT 'it\\'s :id', `:id`, ? # :id"],
  [mysql, 'SET @n := :id /* :id */', 'SET @n := ? /* :id */'],
  [mssql, "SELECT [a]]:id], N'it''s :id', :id", "SELECT [a]]:id], N'it''s :id', @id"],
])('%# parameters are found outside of texts, names and comments', (syntax, sql, expected) => {
  const prepared = prepareStatement({ field: 'orders.header', sql }, syntax, ['id']);
  expect(prepared.sql).toBe(expected);
  expect(prepared.names).toEqual(Array.from({ length: expected === 'SELECT $1, $2' ? 2 : 1 }, () => 'id'));
});

test('an unknown parameter is refused', () => {
  expect(() => prepareStatement({ field: 'orders.line', sql: 'SELECT :ref' }, mysql, ['id'])).toThrow(
    ':ref ? :id',
  );
});
