import { DatabaseSync } from 'node:sqlite';
import { fail, NO_CAPABILITIES, partialShop, type Shop, type ShopModule } from 'passerelle';

/** A site's own table, behind the webservice: the ERP keeps names, prices and stocks, the site does the rest. */
export function openSiteShop(file: string): Shop {
  const site = new DatabaseSync(file, { timeout: 5000 });
  site.exec(`CREATE TABLE IF NOT EXISTS article (
    id INTEGER PRIMARY KEY, sku TEXT NOT NULL UNIQUE, title TEXT NOT NULL DEFAULT '',
    price_cents INTEGER NOT NULL DEFAULT 0, in_stock INTEGER NOT NULL DEFAULT 0)`);
  const page = site.prepare('SELECT id, sku FROM article ORDER BY id LIMIT ? OFFSET ?');
  const find = site.prepare('SELECT title, price_cents, in_stock FROM article WHERE sku = ?');
  const save = site.prepare(`INSERT INTO article (sku, title, price_cents, in_stock) VALUES (?, ?, ?, ?)
    ON CONFLICT (sku) DO UPDATE SET title = excluded.title, price_cents = excluded.price_cents,
      in_stock = excluded.in_stock`);

  const capabilities = {
    ...NO_CAPABILITIES,
    productFields: ['name', 'netPrice', 'stock'],
    digits: { money: { precision: 11, scale: 2 }, stock: { precision: 9, scale: 0 } },
  } as const;

  return partialShop(capabilities, {
    async *listProducts({ start, count = -1 }) {
      yield page.all(count, start).map(({ id, sku }) => ({ id: String(id), reference: String(sku) }));
    },
    async saveProduct({ reference, fields: { name, netPrice, stock } }, operation) {
      const known = find.get(reference);
      if (!known && operation.startsWith('update'))
        throw fail('reference_unknown', { entity: 'product', record: reference });
      // What the message does not say stays; `null` is for fields that may have no value, and here none may.
      const row = [
        name ?? known?.title ?? '',
        cents(netPrice) ?? known?.price_cents ?? 0,
        stock ?? known?.in_stock ?? 0,
      ];
      const same =
        known && Object.values(known).every((value, index) => String(value) === String(row[index]));
      if (!same) save.run(reference, ...row.map(String));
      const warned = known && operation.startsWith('add');
      return {
        outcome: same ? 'unchanged' : known ? 'updated' : 'created',
        warnings: warned ? [{ reason: 'already_exists', entity: 'product', record: reference }] : [],
      };
    },
    async close() {
      site.close();
    },
  });
}

/** `12.5` → `1250`: the decorator of capabilities has rounded to two places already. */
const cents = (amount: string | null | undefined): string | undefined => {
  if (amount == null) return undefined;
  const [, sign = '', euros = '', fraction = ''] = /^(-?)(\d+)\.?(\d*)$/.exec(amount) ?? [];
  return `${sign}${euros}${fraction.padEnd(2, '0')}`;
};

const open: ShopModule = () => openSiteShop(process.env.SITE_DATABASE ?? 'site.sqlite');
export default open;
