import assert from 'node:assert/strict';
import type { ChangeEvent } from '../../domain/change-event.ts';
import type { Origin } from '../../domain/origin.ts';
import type { ProductChange } from '../../domain/product.ts';
import type { ChangeFeed, ChangeQuery, RecentChangesQuery } from '../../shop/change-feed.ts';
import { BrokenOff, brokenMessage, expectEqual, message, present } from '../contract/expect.ts';
import { decimal, order, PDF, PNG, priceRule, shopCustomer } from '../contract/samples.ts';
import { type BackofficeCheck, type BackofficeSubject, NOW, partOf } from './subject.ts';

const ERP: Origin = { by: 'erp', exchange: 'exchange-1' };

/** All that follows the cursor, page by page. */
async function told(
  subject: BackofficeSubject,
  query: ChangeQuery = { since: 0 },
): Promise<readonly ChangeEvent[]> {
  const events: ChangeEvent[] = [];
  for (let since = query.since; ; ) {
    const page = await partOf(subject, 'changeFeed').changes({
      ...query,
      ...(since !== undefined && { since }),
    });
    events.push(...page.events);
    if (!page.more) return events;
    since = page.cursor;
  }
}

const brief = ({ entity, key, operation, fields }: ChangeEvent): string =>
  [entity, key, operation, [...fields].sort().join(',')].join(' ').trim();

async function expectTold(subject: BackofficeSubject, since: number, expected: readonly string[]) {
  expectEqual((await told(subject, { since })).map(brief), expected);
}

const newest = (subject: BackofficeSubject): Promise<number> => partOf(subject, 'changeFeed').newestChange();

const save = ({ shop }: BackofficeSubject, reference: string, change: Partial<ProductChange> = {}) =>
  shop.saveProduct({ reference, fields: {}, ...change }, 'add_product', ERP);

const saveMany = async (subject: BackofficeSubject, count: number): Promise<void> => {
  for (let index = 1; index <= count; index += 1) await save(subject, `P${index}`);
};

const expectRefused = (feed: ChangeFeed, query: ChangeQuery, reason: string, newestCursor: string) =>
  assert.rejects(feed.changes(query), {
    code: 'expired',
    problem: { reason, value: String(query.since), expected: newestCursor },
  });

const needing = (
  checks: readonly Omit<BackofficeCheck, 'needs'>[],
  ...more: BackofficeCheck['needs']
): readonly BackofficeCheck[] => checks.map((check) => ({ ...check, needs: ['changeFeed', ...more] }));

const feedChecks = needing([
  {
    name: 'a change is told once, with its number, its moment and who made it; an unchanged write is not',
    async run(subject) {
      assert.equal(await newest(subject), 0);
      await save(subject, 'A', { fields: { name: 'A' } });
      await save(subject, 'A', { fields: { name: 'A' } });
      await subject.shop.saveProduct(
        { reference: 'A', fields: { stock: decimal('2'), name: 'A' } },
        'update_product',
        { by: 'import' },
      );
      const [created, updated, ...others] = await told(subject);
      expectEqual(others, []);
      const { id, ...first } = present(created, 'the first change');
      expectEqual(first, {
        sequence: 1,
        at: NOW.toISOString(),
        entity: 'product',
        key: 'A',
        operation: 'created',
        fields: [],
        origin: ERP,
      });
      expectEqual([updated?.sequence, updated?.fields, updated?.origin], [2, ['stock'], { by: 'import' }]);
      assert.match(id, /^[\w-]+$/);
      assert.notEqual(updated?.id, id);
      expectEqual(await told(subject), [created, updated]);
      assert.equal(await newest(subject), 2);
    },
  },
  {
    name: 'a refused write is not told, and takes no number',
    async run(subject) {
      const refused = subject.shop.saveProduct({ reference: 'A', fields: {} }, 'update_product');
      const others = ['B', 'C'].map((reference) => save(subject, reference));
      await assert.rejects(refused, { code: 'unknown_reference' });
      await Promise.all(others);
      await assert.rejects(save(subject, 'D', { parent: 'D' }), { code: 'conflict' });
      expectEqual(
        (await told(subject)).map(({ sequence, key }) => [sequence, key]),
        [
          [1, 'B'],
          [2, 'C'],
        ],
      );
    },
  },
  {
    name: 'the newest come first, of one kind or of one record, page after page to the oldest',
    async run(subject) {
      const feed = partOf(subject, 'changeFeed');
      expectEqual(await feed.recentChanges({ limit: 2 }), { items: [], next: undefined });
      await saveMany(subject, 3);
      await subject.shop.savePriceRules(message({ rules: [priceRule()], keep: [] }), 'merge', ERP);
      await save(subject, 'P1', { fields: { name: 'new' } });
      const keys = async (query: Partial<RecentChangesQuery>) => {
        const found: string[] = [];
        for (let after: RecentChangesQuery['after']; ; ) {
          const page = await feed.recentChanges({ limit: 2, ...query, ...(after && { after }) });
          found.push(...page.items.map(({ key }) => key));
          if (!page.next) return found;
          after = page.next;
        }
      };
      const { source, rule } = priceRule();
      const set = `${source}/${rule}`;
      expectEqual(await keys({}), ['P1', set, 'P3', 'P2', 'P1']);
      expectEqual(await keys({ entities: ['product'] }), ['P1', 'P3', 'P2', 'P1']);
      expectEqual(await keys({ key: 'P1' }), ['P1', 'P1']);
      expectEqual(await keys({ key: set }), [set]);
      expectEqual(await keys({ key: 'P1', entities: ['order'] }), []);
    },
  },
  {
    name: 'pages follow each other by their cursors, whatever is left out in between',
    async run(subject) {
      const feed = partOf(subject, 'changeFeed');
      await saveMany(subject, 5);
      const axes = [{ name: 'T', value: 'L' }];
      await save(subject, 'P1', { variants: [{ reference: 'V', axes, fields: {} }] });
      const page = await feed.changes({ since: 0, limit: 2 });
      expectEqual([page.events.map(({ key }) => key), page.cursor, page.more], [['P1', 'P2'], 2, true]);
      const rest = await feed.changes({ since: page.cursor });
      expectEqual(
        [rest.events.map(({ key }) => key), rest.cursor, rest.more],
        [['P3', 'P4', 'P5', 'V'], 6, false],
      );
      expectEqual(await feed.changes({ since: 6 }), { events: [], cursor: 6, more: false });
      const variants = await feed.changes({ since: 0, entities: ['variant', 'order'], limit: 1 });
      expectEqual([variants.events.map(({ key }) => key), variants.cursor], [['V'], 6]);
      const products = await feed.changes({ since: 4, entities: ['product'] });
      expectEqual([products.events.map(({ key }) => key), products.cursor], [['P5'], 6]);
      expectEqual(await feed.changes({ since: 0, entities: ['order'] }), {
        events: [],
        cursor: 6,
        more: false,
      });
      expectEqual(await feed.changes({ since: 3, limit: 0 }), { events: [], cursor: 3, more: true });
      assert.equal((await feed.changes({})).events.length, 6);
    },
  },
  {
    name: 'what is too much goes from the oldest on; whoever had not seen it is told',
    async run(subject) {
      const feed = partOf(subject, 'changeFeed');
      await saveMany(subject, 7);
      assert.equal(await feed.pruneChanges({ maxAgeDays: 30, maxEvents: 3 }), 4);
      assert.equal(await feed.pruneChanges({ maxAgeDays: 30, maxEvents: 3 }), 0);
      const kept = ['P5', 'P6', 'P7'];
      expectEqual(
        (await told(subject, { since: 4 })).map(({ key }) => key),
        kept,
      );
      expectEqual(
        (await told(subject, {})).map(({ key }) => key),
        kept,
      );
      await expectRefused(feed, { since: 3 }, 'cursor_expired', '7');
      await expectRefused(feed, { since: 0 }, 'cursor_expired', '7');
      await expectRefused(feed, { since: 8 }, 'cursor_unknown', '7');
      assert.equal(await feed.pruneChanges({ maxAgeDays: 30, maxEvents: 0 }), 2);
      expectEqual(await feed.changes({ since: 7 }), { events: [], cursor: 7, more: false });
      await expectRefused(feed, { since: 5 }, 'cursor_expired', '7');
      await save(subject, 'P8');
      expectEqual(
        (await told(subject, { since: 7 })).map(({ sequence, key }) => [sequence, key]),
        [[8, 'P8']],
      );
    },
  },
  {
    name: 'whoever follows while many write sees every change once, in order, with the record as it is by then',
    async run(subject) {
      const feed = partOf(subject, 'changeFeed');
      const seen: ChangeEvent[] = [];
      let cursor = 0;
      let writing = true;
      const follow = async (): Promise<void> => {
        do {
          const page = await feed.changes({ since: cursor, limit: 7 });
          seen.push(...page.events);
          cursor = page.cursor;
          await new Promise((resolve) => setImmediate(resolve));
        } while (writing || cursor < (await newest(subject)));
      };
      const following = follow();
      await Promise.all(Array.from({ length: 60 }, (_, index) => save(subject, `P${index}`)));
      writing = false;
      await following;
      expectEqual(
        seen.map(({ sequence }) => sequence),
        Array.from({ length: 60 }, (_, index) => index + 1),
      );
      assert.equal(new Set(seen.map(({ key }) => key)).size, 60);
    },
  },
]);

const recordChecks = needing([
  {
    name: 'of a product, the names of what changed; of a family, each record of it',
    async run(subject) {
      const variant = (stock: string) => ({
        reference: 'V',
        axes: [{ name: 'T', value: 'L' }],
        fields: { stock: decimal(stock) },
      });
      await save(subject, 'A', { variants: [variant('1')] });
      // A file, since some of these are the shop's own to say.
      const change: ProductChange = {
        reference: 'A',
        fields: { description: 'D', active: true },
        categoryPath: ['Jouets'],
        translations: { de: { name: 'N' } },
        priceLevels: { 2: decimal('1') },
        categoryPrices: [{ category: 'C', netPrice: decimal('1') }],
        customFields: { xx_a: '1', xx_b: '2' },
        image: PNG,
        variants: [variant('2')],
      };
      await subject.shop.saveProduct(change, 'add_product', { by: 'import' });
      await save(subject, 'A', { variants: [variant('2')] });
      await save(subject, 'B');
      await save(subject, 'B', { parent: 'A' });
      await expectTold(subject, 0, [
        'product A created',
        'variant V created',
        'product A updated active,categoryPath,categoryPrices,customFields,description,image,priceLevels,translations',
        'variant V updated stock',
        'product B created',
        'variant B updated parent',
      ]);
    },
  },
  {
    name: 'of a customer, one change a message, however often it names them',
    async run(subject) {
      const { shop } = subject;
      const contact = { fields: { email: 'z@b.fr', name: 'Z' } };
      const said = [
        { code: 'C1', fields: { name: 'A' } },
        { code: 'C2', fields: { name: 'B' } },
        { code: 'C1', fields: { phone: '1' }, contacts: [contact] },
      ];
      await shop.saveCustomers(message(said), ERP);
      await shop.saveCustomers(message(said), ERP);
      const [first, second, ...others] = await told(subject);
      expectEqual(others, []);
      expectEqual([first?.code, second?.code, first?.origin], ['C1', 'C2', ERP]);
      expectEqual([first?.operation, first?.fields], ['created', []]);
      const address = { fields: { city: 'Metz' } };
      await shop.saveCustomers(
        message([
          { code: 'C2', fields: { name: 'X' } },
          { code: 'C2', fields: { name: 'B' }, customFields: { xx: '1' } },
          {
            code: 'C1',
            fields: {},
            contacts: [contact],
            deliveryAddresses: [address],
            billingAddress: address,
          },
        ]),
        ERP,
      );
      const later = await told(subject, { since: 2 });
      expectEqual(
        later.map(({ key, fields }) => [key === second?.key ? 'C2' : 'C1', [...fields].sort()]),
        [
          ['C2', ['customFields']],
          ['C1', ['billingAddress', 'deliveryAddresses']],
        ],
      );
    },
  },
  {
    name: 'of price rules, one change a set, with how many rules of it',
    async run(subject) {
      const { shop } = subject;
      const rule = (name: string, index: number, value = '10') =>
        priceRule({ rule: name, reference: `R${index}`, value: decimal(value) });
      const rules = [...[1, 2, 3].map((index) => rule('TF1', index)), rule('TF2', 1)];
      await shop.savePriceRules(message({ rules, keep: [] }), 'merge', ERP);
      await shop.savePriceRules(message({ rules, keep: [] }), 'full', ERP);
      const changed = [rule('TF1', 1), rule('TF1', 2, '11'), rule('TF1', 4), rule('TF3', 1)];
      await shop.savePriceRules(message({ rules: changed, keep: [] }), 'full', ERP);
      const revived = [rule('TF1', 3), rule('TF2', 1)];
      await shop.savePriceRules(message({ rules: revived, keep: [] }), 'merge', ERP);
      const counted = (await told(subject)).map(({ entity, key, operation, rules: counts, origin }) => {
        expectEqual([entity, origin], ['price_rule', ERP]);
        return [key, operation, counts?.created, counts?.updated, counts?.retired];
      });
      expectEqual(counted, [
        ['cli_prodfam/TF1', 'created', 3, 0, 0],
        ['cli_prodfam/TF2', 'created', 1, 0, 0],
        ['cli_prodfam/TF1', 'updated', 1, 1, 1],
        ['cli_prodfam/TF3', 'created', 1, 0, 0],
        ['cli_prodfam/TF1', 'updated', 0, 1, 0],
      ]);
    },
  },
  {
    name: 'a set of which a full list leaves no rule is retired',
    async run(subject) {
      const { shop } = subject;
      const rule = priceRule({ rule: 'TF1', reference: 'R1' });
      await shop.savePriceRules(message({ rules: [rule], keep: [] }), 'merge');
      const keep = [{ source: rule.source, rule: 'TF1', reference: 'R2' }];
      await shop.savePriceRules(message({ rules: [], keep }), 'full');
      const [, retired] = await told(subject);
      expectEqual(
        [retired?.operation, retired?.rules],
        ['retired', { source: rule.source, rule: 'TF1', created: 0, updated: 0, retired: 1 }],
      );
    },
  },
  {
    name: 'of a bulk message that breaks off, nothing',
    async run(subject) {
      const { shop } = subject;
      const customers = shop.saveCustomers(brokenMessage([{ code: 'C1', fields: {} }]));
      await assert.rejects(customers, BrokenOff);
      await assert.rejects(
        shop.savePriceRules(brokenMessage({ rules: [priceRule()], keep: [] }), 'full'),
        BrokenOff,
      );
      assert.equal(await newest(subject), 0);
    },
  },
  {
    name: 'of a sales document, each of its two halves',
    async run(subject) {
      const { shop } = subject;
      const file = { type: 'application/pdf', bytes: PDF } as const;
      const change = { number: 'FA001', type: 'invoice', erpId: '7' } as const;
      await shop.saveSalesDocument(change, ERP);
      await shop.saveSalesDocument({ ...change, file }, ERP);
      await shop.saveSalesDocument({ ...change, file }, ERP);
      await expectTold(subject, 0, ['sales_document FA001 created', 'sales_document FA001 updated file']);
    },
  },
]);

const shopSideChecks = needing(
  [
    {
      name: 'of an order, its way from the shop to the ERP and back',
      async run(subject) {
        const { placeOrder, offerOrderAgain } = partOf(subject, 'shopSide');
        const { shop } = subject;
        await placeOrder(order('1', { state: 'paid' }));
        await placeOrder(order('1', { state: 'paid' }));
        await placeOrder(order('1', { state: 'payée', carrier: 'X', lines: [] }));
        await shop.readOrder('1', ERP);
        await shop.readOrder('1', ERP);
        await shop.confirmOrder('1', 'sent', ERP);
        await shop.confirmOrder('1', 'sent', ERP);
        await shop.saveTracking('1', '6A', ERP);
        await shop.saveTracking('1', '6A', ERP);
        await offerOrderAgain('1');
        await offerOrderAgain('1');
        await expectTold(subject, 0, [
          'order 1 created',
          'order 1 updated carrier,lines,state',
          'order 1 updated readAt,readBy',
          'order 1 updated confirmedAt,readAt,readBy,state',
          'order 1 updated trackingNumbers',
          'order 1 updated confirmedAt,state',
        ]);
        const origins = (await told(subject)).map(({ origin }) => origin.by);
        expectEqual(origins, ['shop', 'shop', 'erp', 'erp', 'erp', 'shop']);
      },
    },
    {
      name: 'of a customer of the shop, also that the ERP gave them a code',
      async run(subject) {
        const { saveShopCustomer } = partOf(subject, 'shopSide');
        await saveShopCustomer(shopCustomer('11'));
        await saveShopCustomer(shopCustomer('11'));
        await saveShopCustomer(shopCustomer('11', { lastName: 'Zola' }), undefined);
        await subject.shop.saveCustomers(
          message([{ code: 'C1', fields: { email: '11@bagues.fr', company: 'Z' } }]),
        );
        await saveShopCustomer(shopCustomer('11', { lastName: 'Zola', firstName: 'E' }), { by: 'import' });
        await expectTold(subject, 0, [
          'customer 11 created',
          'customer 11 updated name',
          'customer 11 updated code,company,email',
          'customer 11 updated firstName',
        ]);
        const events = await told(subject);
        expectEqual(
          events.map(({ code, origin }) => [code, origin.by]),
          [
            [undefined, 'shop'],
            [undefined, 'shop'],
            ['C1', 'erp'],
            ['C1', 'import'],
          ],
        );
      },
    },
  ],
  'shopSide',
);

const orderDeskChecks = needing(
  [
    {
      name: 'of an order at the desk: once that it is there, and where it was moved',
      async run(subject) {
        const { addOrder, setOrderState } = partOf(subject, 'orderDesk');
        const { id: _, placedAt: __, ...said } = order('', { state: 'paid' });
        const options = { requestKey: 'k', allowUnknownReferences: true };
        await addOrder(said, options);
        await addOrder(said, options);
        await setOrderState('1', 'sent', { by: 'shop', caller: 'user:anna' });
        await setOrderState('1', 'sent');
        await expectTold(subject, 0, ['order 1 created', 'order 1 updated state']);
        const origins = (await told(subject)).map(({ origin }) => origin);
        expectEqual(origins, [{ by: 'shop' }, { by: 'shop', caller: 'user:anna' }]);
      },
    },
  ],
  'orderDesk',
);

export const changeChecks: readonly BackofficeCheck[] = [
  ...feedChecks,
  ...recordChecks,
  ...shopSideChecks,
  ...orderDeskChecks,
];
