import type { PostalAddress, ShopCustomer } from '../../../src/domain/customer.ts';
import type { Order, OrderLine } from '../../../src/domain/order.ts';
import type { Seed } from '../../../src/testing/memory-shop.ts';
import type { CmsSite } from '../cms-site.ts';
import { outcomeOf } from '../outcome.ts';

const COUNTRIES: Readonly<Record<string, number>> = { FR: 64, DE: 5 };
/** Accounts that a test does not speak of were made long ago. */
const LONG_AGO = '2000-01-01 00:00:00';

/** What happens on Thelia's own side, written as Thelia writes it. The shop's clock is UTC. */
export function theliaSeed(site: CmsSite, now: () => Date): Seed {
  const placed = new Map<string, Order>();
  const customers = new Map<string, ShopCustomer>();
  return {
    async order(order) {
      const outcome = outcomeOf(placed.get(order.id), order);
      if (outcome.outcome === 'unchanged') return outcome;
      await writeOrder(site, order, { isNew: !placed.has(order.id) });
      placed.set(order.id, structuredClone(order));
      return outcome;
    },
    async customer(customer) {
      const outcome = outcomeOf(customers.get(customer.id), customer);
      if (outcome.outcome === 'unchanged') return outcome;
      customers.set(customer.id, structuredClone(customer));
      await writeClient(site, customer, { at: now().toISOString().slice(0, 19).replace('T', ' ') });
      return outcome;
    },
  };
}

const addressCells = ({ company = '', address2 = '', ...address }: PostalAddress) => ({
  ...{ entreprise: company, nom: address.lastName, prenom: address.firstName, adresse1: address.address1 },
  ...{ adresse2: address2, cpostal: address.postcode, ville: address.city },
  pays: COUNTRIES[address.country] ?? 0,
});

async function writeClient(
  site: CmsSite,
  { id, email, firstName, lastName, address }: ShopCustomer,
  { at, vatNumber = '' }: { readonly at: string; readonly vatNumber?: string | undefined },
): Promise<void> {
  const cells = {
    ...addressCells(address),
    ...{ nom: lastName, prenom: firstName, email, intracom: vatNumber },
    ...{ telfixe: address.phone ?? '', telport: address.mobile ?? '' },
  };
  const whole = { ...cells, id, ref: `C${id}`, datecrea: at, siret: '', motdepasse: '', lang: 1 };
  await site.query('INSERT INTO client SET ? ON DUPLICATE KEY UPDATE ?', [whole, cells]);
}

async function insert(
  site: CmsSite,
  table: string,
  cells: Readonly<Record<string, string | number>>,
): Promise<number> {
  await site.query(`INSERT INTO ${table} SET ?`, [cells]);
  const [row] = await site.query<{ id: number }>('SELECT LAST_INSERT_ID() AS id');
  return row?.id ?? 0;
}

/** A module of that name, made where there is none. */
async function moduleId(site: CmsSite, nom: string, type: number): Promise<number> {
  if (nom === '') return 0;
  const [found] = await site.query<{ id: number }>('SELECT id FROM modules WHERE nom = BINARY ?', [nom]);
  return found?.id ?? insert(site, 'modules', { nom, type, actif: 1, classement: 9 });
}

async function writeOrder(
  site: CmsSite,
  order: Order,
  { isNew }: { readonly isNew: boolean },
): Promise<void> {
  const { id, customer, billing, delivery, totals } = order;
  const { vatNumber } = billing;
  await writeClient(site, { ...customer, address: billing }, { at: LONG_AGO, vatNumber });
  const address = (of: PostalAddress) =>
    insert(site, 'venteadr', { ...addressCells(of), tel: of.phone ?? '' });
  const cells = {
    ...{ client: customer.id, adrfact: await address(billing), adrlivr: await address(delivery) },
    ...{ date: order.placedAt, ref: order.reference ?? '', statut: order.state },
    transport: await moduleId(site, order.carrier, 2),
    paiement: await moduleId(site, order.paymentMethod, 1),
    ...{ port: totals.shippingInclTax, remise: totals.discountInclTax },
    devise: order.currency === 'EUR' ? 1 : 0,
  };
  const empty = { transaction: '', livraison: '', facture: '', taux: 1, colis: '', lang: 1 };
  if (isNew) await insert(site, 'commande', { id, ...empty, ...cells });
  else await site.query('UPDATE commande SET ? WHERE id = ?', [cells, id]);
  await site.query('DELETE FROM venteprod WHERE commande = ?', [id]);
  for (const line of order.lines) await writeLine(site, id, line);
  if (customer.erpCode !== undefined)
    await site.query(
      `INSERT INTO passerelle_customer (code, account_id, record) VALUES (?, ?, '{"fields":{}}')
        ON DUPLICATE KEY UPDATE account_id = VALUES(account_id)`,
      [customer.erpCode, customer.id],
    );
}

async function writeLine(site: CmsSite, order: string, line: OrderLine): Promise<void> {
  const bought = await insert(site, 'venteprod', {
    ...{ ref: line.reference, titre: line.name, chapo: '', description: '', commande: order },
    ...{ quantite: line.quantity, tva: line.taxRate },
    prixu: Number(line.netUnitPrice) * (1 + Number(line.taxRate) / 100),
  });
  for (const value of [line.axis1, line.axis2])
    if (value !== undefined)
      await insert(site, 'ventedeclidisp', { venteprod: bought, declidisp: await valueId(site, value) });
}

/** A declination of its own for each value. */
async function valueId(site: CmsSite, titre: string): Promise<number> {
  const declinaison = await insert(site, 'declinaison', { classement: 1 });
  const declidisp = await insert(site, 'declidisp', { declinaison });
  await insert(site, 'declidispdesc', { declidisp, lang: 1, titre, classement: 1 });
  return declidisp;
}
