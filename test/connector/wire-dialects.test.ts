import { createServer } from 'node:http';
import { describe, expect, it } from 'vitest';
import { DEFAULT_DIALECT, type Dialect } from '../../src/connector/remote/dialect.ts';
import { createRemoteShop, type RemoteShopOptions } from '../../src/connector/remote/remote-shop.ts';
import type { Shop } from '../../src/shop/shop.ts';
import { message } from '../../src/testing/contract/expect.ts';
import { decimal, everyPart, order, PDF, PNG, priceRule } from '../../src/testing/contract/samples.ts';
import type { ContractSubject } from '../../src/testing/contract.ts';
import { createMemoryShop } from '../../src/testing/memory-shop.ts';
import { snapshot } from '../../src/testing/model/snapshot.ts';
import { randomOperations } from '../../src/testing/random-operations.ts';
import { KEY, serveEndpoint, WIRE } from '../support/endpoint.ts';
import { listen } from '../support/listen.ts';

const NO_PLACE = 'the protocol has no place for it';
const LIMITS = {
  outcomes: NO_PLACE,
  warnings: NO_PLACE,
  reasons: NO_PLACE,
  reader_names: NO_PLACE,
  order_states: NO_PLACE,
  full_lists: NO_PLACE,
  document_types: NO_PLACE,
  outer_spaces: NO_PLACE,
  axes_alone: NO_PLACE,
} as const;

const DIALECTS: readonly Dialect[] = (['multipart', 'urlencoded'] as const).flatMap((form) =>
  (['data-last', 'data-first'] as const).flatMap((fieldOrder) =>
    (['variables', 'xml', 'both'] as const).flatMap((routing) =>
      (['full', 'bare', 'none'] as const).flatMap((declaration) =>
        (['universal', 'prestashop'] as const).map((vocabulary) => ({
          ...DEFAULT_DIALECT,
          form,
          fieldOrder,
          routing,
          declaration,
          vocabulary,
        })),
      ),
    ),
  ),
);
/** Every fifth of them: all values of each choice, in all sorts of company. */
const SOME_DIALECTS = DIALECTS.filter((_, index) => index % 5 === 0);
const COMPRESSIONS = ['0', '1', '3'] as const;

async function open(options: Partial<RemoteShopOptions>): Promise<ContractSubject> {
  const wire = { ...WIRE, clearable: Object.assign(new Set<string>(), { has: () => true }) };
  const { url, memory, passTime, close } = await serveEndpoint({ served: { wire } });
  const shop = createRemoteShop({ url, key: KEY, ...options });
  return {
    shop,
    reader: memory.reader,
    seed: memory.seed,
    limits: LIMITS,
    passTime,
    async close() {
      await shop.close();
      await close();
    },
  };
}

/** Every kind of message, once. */
async function sayEverything(shop: Shop): Promise<void> {
  await shop.saveProduct(everyPart('É&1 %+/L'), 'add_product');
  await shop.saveProduct(
    { reference: 'É&1 %+/L', fields: { stock: decimal('3'), active: false } },
    'update_product',
  );
  const variants = [
    { reference: 'AB 12/L', axes: [{ name: 'Taille', value: 'L' }], fields: { stock: decimal('2') } },
    { reference: '7412', axes: [{ name: 'Taille', value: 'XL' }], fields: { weight: decimal('0.5') } },
  ];
  await shop.saveProduct({ reference: 'P', fields: { name: 'Parent' }, variants }, 'add_product');
  await shop.saveProduct({ reference: '7412', fields: { netPrice: decimal('9.5') } }, 'update_option');
  await shop.saveProduct({ reference: 'O', parent: 'P', fields: {}, image: PNG }, 'add_option');
  await shop.saveCustomers(message([{ code: 'BAGUES', fields: { name: 'Bague’s', active: true } }]));
  await shop.savePriceRules(message({ rules: [priceRule({ group: 'Détail & cie' })], keep: [] }), 'merge');
  const { id, state, reference, placedAt, excluded, ...content } = order('1');
  await shop.saveSalesDocument({ number: 'FA1', type: 'invoice', content });
  const file = { type: 'application/pdf', bytes: PDF } as const;
  await shop.saveSalesDocument({ number: 'FA1', type: 'invoice', file, email: 'a@b.fr', erpId: '7' });
  await shop.saveTracking('1', 'T 1');
  expect((await shop.readOrder('1')).lines).toEqual(content.lines);
  await shop.confirmOrder('1', '5');
}

describe('every way to write a request', () => {
  it('says the same', async () => {
    const memory = createMemoryShop();
    await memory.seed.order(order('1'));
    await sayEverything(memory.shop);
    const expected = await snapshot({ ...memory, limits: LIMITS, close: async () => {} });
    for (const [index, dialect] of SOME_DIALECTS.entries()) {
      const subject = await open({ dialect, compression: COMPRESSIONS[index % 3] ?? '0' });
      await subject.seed.order(order('1'));
      await sayEverything(subject.shop);
      expect(await snapshot(subject), JSON.stringify(dialect)).toEqual(expected);
      await subject.close();
    }
  });

  it('brings across whatever is done', async () => {
    // A stride through all of them, so that a few runs meet every value of every choice.
    let next = 0;
    const openNext = () => {
      next += 31;
      const index = next;
      const dialect = DIALECTS[index % DIALECTS.length] ?? DEFAULT_DIALECT;
      return open({ dialect, compression: COMPRESSIONS[index % 3] ?? '0', pageSize: 2 });
    };
    await randomOperations(openNext, 30);
  });

  it('streams messages of any length', async () => {
    for (const form of ['multipart', 'urlencoded'] as const) {
      for (const routing of ['variables', 'xml'] as const) {
        const subject = await open({ dialect: { form, routing, fieldOrder: 'data-first' } });
        const customers = (from: number) =>
          Array.from({ length: 100 }, (_, index) => ({
            code: `C${from + index}`,
            fields: { name: 'Société à l’étranger '.repeat(60) },
          }));
        await subject.shop.saveCustomers(
          message(...Array.from({ length: 10 }, (_, batch) => customers(batch * 100))),
        );
        expect((await Array.fromAsync(subject.reader.customers())).flat()).toHaveLength(1000);
        await subject.close();
      }
    }
  });
});

/** What a server is sent, byte for byte. */
async function sent(options: Partial<RemoteShopOptions>, call: (shop: Shop) => Promise<unknown>) {
  const bodies: string[] = [];
  const server = createServer(async (request, response) => {
    bodies.push(Buffer.concat(await Array.fromAsync(request)).toString());
    response.end('<connecteur/>');
  });
  const url = `http://127.0.0.1:${await listen(server)}/`;
  const shop = createRemoteShop({ url, key: 'k y', ...options });
  await call(shop);
  await shop.close();
  server.close();
  return bodies;
}

describe('a request', () => {
  it('has the same bytes each time', async () => {
    for (const dialect of SOME_DIALECTS) {
      const options = { dialect: { ...dialect, boundary: () => 'boundary' }, compression: '1' } as const;
      const call = async (shop: Shop) => {
        await shop.saveProduct(everyPart('A'), 'add_product');
        await shop.savePriceRules(message({ rules: [priceRule()], keep: [] }), 'merge');
      };
      expect(await sent(options, call)).toEqual(await sent(options, call));
    }
  });

  it('is written as the dialect says', async () => {
    const change = { reference: 'A1', fields: { name: 'Sac', stock: decimal('2') } };
    const call = (shop: Shop) => shop.saveProduct(change, 'update_product');
    const dialect = { boundary: () => 'B', form: 'multipart', vocabulary: 'prestashop' } as const;
    const part = (name: string, value: string) =>
      `--B\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;
    expect(
      await sent(
        { dialect: { ...dialect, routing: 'xml', declaration: 'none', fieldOrder: 'data-first' } },
        call,
      ),
    ).toEqual([
      part(
        'data',
        '<connecteur><resource>update_product</resource><key>k y</key><reference>A1</reference><name>Sac</name><quantity>2</quantity></connecteur>\n',
      ) +
        part('reference', 'A1') +
        part('name', 'Sac') +
        part('quantity', '2') +
        '--B--\r\n',
    ]);
    expect(
      await sent({ dialect: { form: 'urlencoded', routing: 'variables', declaration: 'bare' } }, call),
    ).toEqual([
      'key=k+y&resource=update_product&reference=A1&nom=Sac&stock=2&data=%3C%3Fxml+version%3D%221.0%22%3F%3E%0A' +
        '%3Cconnecteur%3E%3Creference%3EA1%3C%2Freference%3E%3Cnom%3ESac%3C%2Fnom%3E%3Cstock%3E2%3C%2Fstock%3E%3C%2Fconnecteur%3E%0A',
    ]);
  });

  it('of a bulk message, too', async () => {
    const dialect = { form: 'urlencoded', routing: 'xml', declaration: 'none' } as const;
    const call = (shop: Shop) => shop.saveCustomers(message([{ code: 'C', fields: {} }]));
    const [body = ''] = await sent({ dialect }, call);
    expect(new URLSearchParams(body).get('data')).toBe(
      '<connecteur><resource>add_customer</resource><key>k y</key><clients><client identifiant="C"><codetiers>C</codetiers></client></clients></connecteur>\n',
    );
  });

  it('with a customer’s own activity and its contacts’ names each as later editions do', async () => {
    const contacts = [
      { fields: { email: 'a@b.fr', active: false } },
      { fields: { email: 'c@b.fr', active: true } },
    ];
    const perContact = contacts.map((contact) => ({
      code: 'C',
      fields: { active: true },
      contacts: [contact],
    }));
    const [body = ''] = await sent({ dialect: { form: 'urlencoded' } }, (shop) =>
      shop.saveCustomers(message(perContact)),
    );
    const client = (email: string, active: string) =>
      `<client identifiant="C"><codetiers>C</codetiers><tiers_actif>1</tiers_actif><contacts><contact><email>${email}</email><contact_actif>${active}</contact_actif></contact></contacts></client>`;
    expect(new URLSearchParams(body).get('data')).toContain(client('a@b.fr', '0') + client('c@b.fr', '1'));
  });
});
