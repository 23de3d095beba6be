import { describe, expect, it } from 'vitest';
import { fail } from '../../domain/error.ts';
import { databaseFault, isCollision, isDuplicate } from './faults.ts';

const raised = (message: string, facts: object) => Object.assign(new Error(message), facts);
const ofServer = (errno: number, message = '') => raised(message, { errno, sqlState: 'HY000', code: 'ER_X' });

describe('what the driver rejects with', () => {
  it.each([
    ['a lost connection', raised('lost', { code: 'PROTOCOL_CONNECTION_LOST', fatal: true })],
    ['a refused one', raised('no', { code: 'ECONNREFUSED', errno: -111 })],
    ['a pool that is closed', raised('Pool is closed.', { code: 'POOL_CLOSED' })],
    ['too many connections', ofServer(1040)],
    ['a deadlock', ofServer(1213)],
    ['a server that only reads', ofServer(1290)],
  ])('%s: the database is away', (_, error) => {
    expect(databaseFault(error)).toMatchObject({ problem: { reason: 'store_unavailable' }, cause: error });
  });

  it('a full disk, a wrong password and a value that does not fit are told apart', () => {
    expect(databaseFault(ofServer(1114))).toMatchObject({ problem: { reason: 'store_full' } });
    expect(databaseFault(ofServer(1045, "Access denied for user 'x'"))).toMatchObject({
      problem: { reason: 'database_refused', value: "Access denied for user 'x'" },
    });
    const long = ofServer(1406, "Data too long for column 'product_name' at row 1");
    expect(databaseFault(long)).toMatchObject({ problem: { reason: 'value_unfit', field: 'product_name' } });
    const letters = ofServer(
      1366,
      "Incorrect string value: '\\xF0' for column `shop`.`p`.`product_name` at row 1",
    );
    expect(databaseFault(letters)).toMatchObject({ problem: { field: 'product_name' } });
    const needed = ofServer(1364, "Field 'brand' doesn't have a default value");
    expect(databaseFault(needed)).toMatchObject({ problem: { reason: 'value_unfit', field: 'brand' } });
  });

  it.each([
    [1054, "Unknown column 'price.price_site_id' in 'SELECT'", 'price_site_id'],
    [1146, "Table 'joomla.x7k2_hikashop_tax' doesn't exist", 'x7k2_hikashop_tax'],
  ])('%i is another version of the CMS, by what it lacks', (errno, text, value) => {
    expect(databaseFault(ofServer(errno, text))).toMatchObject({
      problem: { reason: 'cms_tables_missing', value },
    });
  });

  it('a mistake of our own stays what it is', () => {
    const mistake = ofServer(1064, 'You have an error in your SQL syntax');
    expect(databaseFault(mistake)).toBe(mistake);
    const known = fail('order_unknown');
    expect(databaseFault(known)).toBe(known);
  });

  it('a transaction that met another one is told from all others, also once it has been told', () => {
    expect([ofServer(1213), ofServer(1205), databaseFault(ofServer(1213))].map(isCollision)).toEqual([
      true,
      true,
      true,
    ]);
    expect([ofServer(1062), ofServer(1406)].map(isDuplicate)).toEqual([true, false]);
    expect(isCollision(databaseFault(ofServer(1040)))).toBe(false);
  });
});
