import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readSources } from '../../test/import-graph.ts';
import { DIALECTS, type TestPlace, testPlace } from '../../test/store/dialects.ts';
import { ACCESS_KEY } from './access-keys/rows.ts';
import { ALERT } from './alerts/alerts.ts';
import { API_TOKEN } from './api-tokens/rows.ts';
import { CHANGE_EVENT } from './changes/rows.ts';
import { AUDIT_ENTRY, CONSOLE_SESSION, CONSOLE_USER } from './console/rows.ts';
import { ADDRESS_TABLE, CONTACT_TABLE, CUSTOMER_TABLE } from './customers/tables.ts';
import type { Database } from './database.ts';
import { EFFECT } from './effects/rows.ts';
import { GUARD_HOLD, GUARD_WINDOW } from './guard/rows.ts';
import { EXCHANGE, EXCHANGE_PAYLOAD } from './journal/rows.ts';
import { EXCHANGE_RUN } from './journal/runs.ts';
import { migrate } from './migrations/run.ts';
import { ORDER_REQUEST } from './orders/requests.ts';
import { ORDER_LINE, ORDER_STATE_CHANGE, ORDER_TRACKING, SHOP_ORDER } from './orders/rows.ts';
import { PRICE_RULE } from './price-rules/columns.ts';
import { SALES_DOCUMENT } from './sales-documents/rows.ts';
import { type Row, sameCells, table } from './table.ts';
import { WEBHOOK, WEBHOOK_DELIVERY, WEBHOOK_EVENT } from './webhooks/rows.ts';

const TABLES = [
  ACCESS_KEY,
  ADDRESS_TABLE,
  ALERT,
  API_TOKEN,
  AUDIT_ENTRY,
  CHANGE_EVENT,
  CONSOLE_SESSION,
  CONSOLE_USER,
  CONTACT_TABLE,
  CUSTOMER_TABLE,
  EFFECT,
  EXCHANGE,
  EXCHANGE_PAYLOAD,
  EXCHANGE_RUN,
  GUARD_HOLD,
  GUARD_WINDOW,
  ORDER_LINE,
  ORDER_REQUEST,
  ORDER_STATE_CHANGE,
  ORDER_TRACKING,
  PRICE_RULE,
  SALES_DOCUMENT,
  SHOP_ORDER,
  WEBHOOK,
  WEBHOOK_DELIVERY,
  WEBHOOK_EVENT,
];

interface Thing {
  readonly id: string;
  readonly isOpen: boolean;
  readonly size?: number;
  readonly group?: string;
  readonly tags?: Readonly<Record<string, unknown>>;
  readonly sealed?: boolean;
}
const THING = table<Thing>('thing', {
  id: 'text',
  isOpen: 'boolean',
  size: 'real',
  group: ['text', 'thing_group'],
  tags: 'json',
  sealed: 'boolean',
});

const FULL: Thing = { id: 'a', isOpen: false, size: 1.5, group: '', tags: { b: 1, a: [true] }, sealed: true };
const BARE: Thing = { id: '', isOpen: true };

describe.each(DIALECTS)('on %s', (dialect) => {
  let place: TestPlace;
  let database: Database;
  beforeAll(async () => {
    place = await testPlace(dialect);
    database = await place.open();
    await migrate(database);
  });
  afterAll(async () => {
    await database.close();
    await place.remove();
  });

  it.each(TABLES)(
    '$name has the columns that its migrations made',
    async ({ name, names, temporaryTable }) => {
      const { columns: ofTable } = database.catalogue;
      const made = await database.read.all<{ name: string }>(ofTable, [name]);
      expect(made.map((column) => column.name).sort()).toEqual([...names].sort());
      // A copy of the same types takes every row as it is.
      await database.stage(async ({ sql }) => {
        await sql.run(temporaryTable('same'));
        await sql.run(
          `SELECT ${names.join(', ')} FROM same UNION ALL SELECT ${names.join(', ')} FROM ${name}`,
        );
      });
    },
  );

  it('gives back what it was given', async () => {
    const read = await database.stage(async ({ sql }) => {
      await sql.run(THING.temporaryTable('thing'));
      for (const thing of [FULL, BARE]) await sql.run(THING.insert, THING.cells(thing));
      return sql.all<Row<Thing>>(`${THING.select} ORDER BY id DESC`);
    });
    expect(read.map(THING.fromRow)).toEqual([FULL, BARE]);
    expect(read.map(THING.rowCells)).toEqual([THING.cells(FULL), THING.cells(BARE)]);
  });
});

it('every description of a table is compared', () => {
  const described = Object.entries(readSources(import.meta.dirname))
    // Temporary tables have no migration.
    .filter(([path]) => path !== 'price-rules/staged-tables.ts')
    .flatMap(([, source]) => Array.from(source.matchAll(/\btable<[^(]*>\(\s*'(\w+)'/g), ([, name]) => name));
  expect(described.sort()).toEqual(TABLES.map(({ name }) => name).sort());
});

it('changes what is said, empties what is null, and leaves the rest', () => {
  const before = THING.cells(FULL);
  const changed = { id: 'a', isOpen: true, size: 1.5, tags: { b: 1, a: [true] }, sealed: true };
  expect(THING.changedCells(before, { isOpen: true, group: null, size: undefined })).toEqual(
    THING.cells(changed),
  );
  expect(THING.changedCells(undefined, BARE)).toEqual(THING.cells(BARE));
});

it('equal values have equal cells, in whatever order they were said', () => {
  expect(sameCells(THING.cells(FULL), THING.cells({ ...FULL, tags: { a: [true], b: 1 } }))).toBe(true);
  expect(sameCells(THING.cells(FULL), THING.cells({ ...FULL, tags: { a: [false], b: 1 } }))).toBe(false);
});
