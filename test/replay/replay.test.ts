import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { OpenedShop } from '../../src/composition/opened-shop.ts';
import { openCopy } from '../../src/replay/copy.ts';
import { refuseHandOver } from '../../src/replay/hand-over.ts';
import { replayExchange } from '../../src/replay/replay-exchange.ts';
import { replayMany } from '../../src/replay/replay-many.ts';
import { selectExchanges } from '../../src/replay/select.ts';
import type { Exchange } from '../../src/shop/journal.ts';
import type { ReplayResult } from '../../src/shop/replay.ts';
import { openSqlite } from '../../src/store/sqlite/open.ts';
import { order } from '../../src/testing/contract/samples.ts';
import { allRows, type TableRows } from '../store/all-rows.ts';
import { DIALECTS, type TestPlace, testPlace } from '../store/dialects.ts';
import { filesIn } from '../support/files-in.ts';
import type { FormPart } from '../support/form.ts';
import { png } from '../support/pictures.ts';
import { openRecordedShop, type RecordedShop } from '../support/recorded-shop.ts';
import { temporaryFolder } from '../support/temporary.ts';

const xml = (resource: string, inside: string): readonly FormPart[] => [
  ['resource', resource],
  ['data', `<?xml version="1.0" encoding="UTF-8"?><connecteur>${inside}</connecteur>`],
];

describe.each(DIALECTS)('replay on %s', (dialect) => {
  let place: TestPlace;
  let shop: RecordedShop;
  const copies: OpenedShop[] = [];
  beforeEach(async () => {
    place = await testPlace(dialect);
    shop = await openRecordedShop(place.options);
  });
  afterEach(async () => {
    for (const copy of copies.splice(0)) await copy.close();
    await shop.close();
    await place.remove();
  });

  async function copied(folder = temporaryFolder()): Promise<OpenedShop> {
    const copy = await openCopy(shop.spec, folder);
    copies.push(copy);
    return copy;
  }

  const recorded = (exchange: Pick<Exchange, 'id'>) => shop.recorded(exchange);

  const product = (reference: string) => shop.opened.reader?.product(reference);

  /** The whole database, and the name and content of every file. */
  async function everything(): Promise<unknown> {
    const database = await place.open();
    try {
      return { rows: await allRows(database), files: filesIn(place.options.blobFolder) };
    } finally {
      await database.close();
    }
  }

  test('on a copy shows what would change and changes nothing', async () => {
    const image = picture(40);
    const added = await shop.send(
      ...xml('add_product', `<reference>A</reference><nom>Lamp</nom><stock>3</stock><image>${image}</image>`),
    );
    const emptied = await shop.send(...xml('update_product', '<reference>A</reference><stock>0</stock>'));
    await shop.opened.shopSide?.placeOrder(order('7', { state: 'paid' }));
    await shop.settled();
    const before = await everything();

    const copy = await copied();
    const other = picture(50);
    const again = await replayExchange(await recorded(added), shop.target(copy));
    expect(again).toMatchObject({ sameReply: true, after: { replayOf: added.id, outcome: 'warning' } });
    expect(again.effect).toEqual([
      {
        entity: 'product',
        key: 'A',
        operation: 'updated',
        changes: [{ path: 'stock', before: '0', after: '3' }],
      },
    ]);
    const { request = '' } = await recorded(added);
    const pictured = await replayExchange(
      await recorded(added),
      shop.target(copy),
      request.replace(/<image>.*<\/image>/, `<image>${other}</image>`),
    );
    expect(pictured.effect[0]?.changes.map(({ path }) => path)).toContain('image');
    const empty = await replayExchange(await recorded(emptied), shop.target(copy));
    expect(empty).toMatchObject({ sameReply: true, sameOutcome: true });
    const orders = await replayExchange(
      {
        ...(await recorded(emptied)),
        resource: 'orders',
        request: '{"key":"***","resource":"orders","id":"7"}',
      },
      shop.target(copy),
    );
    expect(orders.effect[0]?.changes.map(({ path }) => path)).toEqual(['readAt', 'readBy']);

    expect(await everything()).toEqual(before);
    expect(await copy.journal.exchange(empty.after.id)).toMatchObject({ replayOf: emptied.id });
    expect((await copy.journal.exchange(empty.after.id))?.run).toBeUndefined();
  });

  // PostgreSQL takes long for what is the same code.
  const last = dialect === 'sqlite' ? 1000 : 100;

  test(`the last ${last} exchanges of a run, onto the state before it, give the state after it`, async () => {
    for (let number = 0; number < 60; number++)
      await shop.opened.shopSide?.placeOrder(order(String(number), { state: 'paid' }));
    for (let number = 0; number < 20; number++)
      await shop.send(...xml('add_product', `<reference>P${number}</reference><nom>first ${number}</nom>`));
    const folder = temporaryFolder();
    const copy = await copied(folder);
    for (let number = 0; number < last; number++) await shop.send(...message(number));

    await shop.settled();
    const [run] = (await Array.fromAsync(shop.opened.journal.runs({}))).flat();
    const ids = (await selectExchanges(shop.opened.journal, { run: run?.id ?? '' })).slice(-last);
    expect(ids.length).toBe(last);
    const results: ReplayResult[] = [];
    for await (const batch of replayMany(ids, { source: shop.opened, target: shop.target(copy) }))
      results.push(...batch);
    expect(results.filter(({ ok }) => !ok)).toEqual([]);
    const different = results.flatMap((result) =>
      result.ok && !(result.replay.sameReply && result.replay.sameOutcome) ? [result.replay] : [],
    );
    expect(different.map(({ before, after }) => [before.request, before.reply, after.reply])).toEqual([]);

    const state = await records(shop.opened);
    expect(Object.values(state).map(({ length }) => length)).toEqual(
      dialect === 'sqlite' ? [300, 102, 103, 50, 60] : [40, 12, 13, 5, 60],
    );
    expect(await records(copy)).toEqual(state);
    const database = openSqlite(join(folder, 'copy.sqlite'));
    const original = await place.open();
    try {
      const [replayed, run] = [await allRows(database), await allRows(original)];
      expect(timeless(replayed)).toEqual(timeless(run));
    } finally {
      await database.close();
      await original.close();
    }
  }, 600_000);

  test('a refused exchange, corrected and replayed for real, succeeds, and stands in the journal', async () => {
    await shop.send(...xml('add_product', '<reference>A</reference><nom>Lamp</nom>'));
    const refused = await recorded(
      await shop.send(...xml('update_product', '<reference>A</reference><p_vente>12,5O</p_vente>')),
    );
    expect(refused.outcome).toBe('refused');
    const runs = async () => (await Array.fromAsync(shop.opened.journal.runs({}))).flat();
    const before = await runs();
    const replay = await replayExchange(refused, shop.target(), refused.request?.replace('12,5O', '12,50'));
    expect(replay).toMatchObject({ after: { outcome: 'success' }, sameOutcome: false, sameReply: false });
    expect(replay.effect[0]?.changes).toEqual([{ path: 'netPrice', after: '12.5' }]);
    expect(await product('A')).toMatchObject({ fields: { netPrice: '12.5' } });
    expect(await recorded(replay.after)).toMatchObject({ replayOf: refused.id, outcome: 'success' });
    expect(await runs()).toEqual(before);
  });

  test('what cannot be replayed is said by name', async () => {
    const long = await recorded(
      await shop.send(
        ...xml('add_product', `<reference>A</reference><description>${'x '.repeat(40_000)}</description>`),
      ),
    );
    await expect(replayExchange(long, shop.target())).rejects.toMatchObject({
      problem: { reason: 'request_cut', record: long.id },
    });
    const pictured = await recorded(
      await shop.send(...xml('add_product', `<reference>B</reference><image>${picture(90)}</image>`)),
    );
    const whole = await replayExchange(pictured, shop.target());
    expect(whole.after.outcome).toBe('warning');
    await rm(place.options.blobFolder, { recursive: true });
    await expect(replayExchange(pictured, shop.target())).rejects.toMatchObject({
      problem: { reason: 'request_file_missing', value: expect.stringMatching(/^[0-9a-f]{64}$/) },
    });
    const { request: _, ...pruned } = pictured;
    const results = await Array.fromAsync(
      replayMany([long.id, 'nobody'], { source: shop.opened, target: shop.target() }),
    );
    expect(results.flat().map((result) => !result.ok && result.problem.reason)).toEqual([
      'request_cut',
      'exchange_unknown',
    ]);
    await expect(replayExchange(pruned, shop.target())).rejects.toMatchObject({
      problem: { reason: 'request_not_kept' },
    });
  });

  test('what the form said beside XML, the encoding, and a key in CDATA come again as they came', async () => {
    const latin = Buffer.from('<connecteur><reference>A</reference><nom>Été</nom></connecteur>', 'latin1');
    const sent = await recorded(
      await shop.send(['resource', 'add_product'], ['stock', '4'], ['data', latin]),
    );
    const keyed = await recorded(
      await shop.send(
        ['resource', 'update_product'],
        [
          'data',
          '<connecteur><key><![CDATA[right-key]]></key><reference>A</reference><stock>5</stock></connecteur>',
        ],
      ),
    );
    const file = await recorded(
      await shop.send(
        ['email', 'ann@example.org'],
        ['oid', '9'],
        ['reference', 'FA9'],
        ['pdf', Buffer.from(`%PDF-1.4\n${'é'.repeat(3000)}%%EOF`)],
      ),
    );
    expect([keyed.outcome, file.resource, file.outcome]).toEqual(['success', 'document', 'warning']);
    const copy = await copied();
    const results = [sent, keyed, file].map(async (exchange) => replayExchange(exchange, shop.target(copy)));
    expect((await Promise.all(results)).map(({ sameReply }) => sameReply)).toEqual([true, true, true]);
    expect(await copy.reader?.product('A')).toMatchObject({ fields: { name: 'Été' } });
    expect(await records(copy)).toMatchObject({ salesDocuments: [{ number: 'FA9' }] });
  });

  test('messages that hand orders over are refused for real unless they are named', async () => {
    await shop.opened.shopSide?.placeOrder(order('7', { state: 'paid' }));
    const read = await shop.send(['resource', 'orders'], ['id', '7']);
    const confirmed = await shop.send(['resource', 'set_order_exported'], ['id', '7']);
    const list = await shop.send(['resource', 'orders_list']);
    await shop.settled();
    const [results = []] = await Array.fromAsync(
      replayMany([read.id, confirmed.id, list.id], {
        source: shop.opened,
        target: shop.target(),
        refuse: refuseHandOver,
      }),
    );
    expect(results.map((result) => (result.ok ? 'replayed' : result.problem.reason))).toEqual([
      'hand_over_unnamed',
      'hand_over_unnamed',
      'replayed',
    ]);
  });
});

/** Long enough to be kept by its digest. */
const picture = (width: number): string =>
  Buffer.concat([png(width, 30), Buffer.alloc(4000, width)]).toString('base64');

/** A message of a connector's pass; products with images and variants, customers, price lists, orders, documents. */
function message(number: number): readonly FormPart[] {
  const which = Math.floor(number / 10);
  const reference = `P${which}`;
  switch (number % 10) {
    case 0: {
      const image = picture(20 + which);
      return xml(
        'add_product',
        `<reference>${reference}</reference><nom>Lamp ${which}</nom><p_vente>${which}.5</p_vente><image>${image}</image>
        <categories_name_0>Home</categories_name_0><categories_name_1>Light ${which % 7}</categories_name_1><xx_origin>FR</xx_origin>`,
      );
    }
    case 1:
      return xml('update_product', `<reference>${reference}</reference><stock>${number}</stock>`);
    case 2:
      return xml(
        'update_product',
        `<reference>${which % 3 ? reference : 'nobody'}</reference><p_vente>9</p_vente>`,
      );
    case 3:
    case 4:
      return xml(
        'add_option',
        `<reference>${reference}-${number % 10}</reference><reference_parent>${reference}</reference_parent><nom>Size ${number}</nom>`,
      );
    case 5:
      return xml(
        'add_customer',
        `<clients>${[0, 1, 2].map((n) => client(which + n, number)).join('')}</clients>`,
      );
    case 6:
      return xml(
        'add_grilles',
        `<grilles>${[0, 1, 2, 3].map((n) => grille(which - n, number)).join('')}</grilles>`,
      );
    case 7:
      return [
        ['resource', 'orders'],
        ['id', String(which)],
      ];
    case 8:
      return [
        ['resource', 'set_order_exported'],
        ['id', String(which)],
        ['statut_final', 'preparing'],
      ];
    default:
      return which % 2
        ? [
            ['resource', 'products_list'],
            ['limit', `${which},5`],
          ]
        : [
            ['email', `c${which}@example.org`],
            ['oid', String(which)],
            ['reference', `FA${which}`],
            ['pdf', `%PDF-1.4 ${number}\n%%EOF`],
          ];
  }
}

const client = (which: number, number: number): string =>
  `<client><codetiers>C${which}</codetiers><nom>Name ${number}</nom><email>c${which}@example.org</email></client>`;
const grille = (which: number, number: number): string =>
  `<grille src="cli_prod" ref="R${which % 5}"><id_product>P${Math.max(0, which)}</id_product><price>${number}</price><reduction_type>amount</reduction_type></grille>`;

async function records({ reader }: OpenedShop) {
  if (!reader) throw new Error('no reader');
  const all = async <T>(batches: AsyncIterable<readonly T[]>): Promise<readonly T[]> =>
    (await Array.fromAsync(batches)).flat();
  return {
    products: await all(reader.products()),
    customers: await all(reader.customers()),
    priceRules: (await all(reader.priceRules())).map(({ seenAt: _, retiredAt, ...rule }) => ({
      ...rule,
      isRetired: retiredAt !== undefined,
    })),
    salesDocuments: await all(reader.salesDocuments()),
    orders: (await all(reader.orders())).map(({ id, state, trackingNumbers }) => ({
      id,
      state,
      trackingNumbers,
    })),
  };
}

/** What tells when something was, and by which exchange; of that only whether it was. The journal itself is left out. */
const OF_TIME = /_at$|_date$|^at$|^read_by$|^exchange/;
const timeless = (tables: TableRows) =>
  Object.fromEntries(
    Object.entries(tables)
      .filter(([name]) => !/^(exchange|change_)/.test(name))
      .map(([name, rows]) => [name, rows.map(timelessRow)]),
  );
const timelessRow = (row: TableRows[string][number]) =>
  Object.fromEntries(
    Object.entries(row).map(([column, cell]) => [
      column,
      OF_TIME.test(column) ? cell !== null : timelessCell(cell),
    ]),
  );

/** Of which exchange, and when, who wrote a field. */
const timelessCell = (cell: unknown): unknown =>
  typeof cell === 'string' ? cell.replace(/"\d{4}-\d\d-\d\dT[^"]*Z"|"[0-9a-f-]{36}"/g, '""') : cell;
