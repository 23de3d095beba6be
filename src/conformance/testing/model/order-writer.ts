import type { ProfileName } from '../../requirement.ts';
import type { ModelOrder, ModelPerson } from './state.ts';
import { escapeXml } from './xml-reader.ts';

export const leaf = (name: string, text: string | number): string =>
  `<${name}>${escapeXml(String(text))}</${name}>`;

const SHIPPING_RATE = 20;

/** `<order>` as §11 has it; `kit-2015` leaves the starred elements out that old readers do not know. */
export function writeOrder(order: ModelOrder, profile: ProfileName): string {
  const old = profile === 'kit-2015';
  return [
    '<order>',
    `<livraison>${writeAddress(order.person)}</livraison>`,
    `<facturation>${writeAddress(order.person)}${old ? '' : leaf('vat_number', '')}</facturation>`,
    `<client>${leaf('id', `c${order.id}`)}${writeNames(order.person)}</client>`,
    `<commande>${leaf('date_add', old ? dayFirst(order.placedAt) : order.placedAt)}`,
    old ? '' : leaf('currency', 'EUR') + leaf('payment', 'Carte bancaire'),
    writeTotals(order, profile),
    `${leaf('livreur', 'Colissimo')}</commande>`,
    `<produits>${order.lines.map((line) => writeLine(line, profile)).join('')}</produits>`,
    '</order>',
  ].join('');
}

const dayFirst = (date: string): string => date.slice(0, 10).split('-').reverse().join('/');

export const writeAddress = (person: ModelPerson): string =>
  [
    leaf('pays', person.country),
    leaf('company', person.company),
    leaf('lastname', person.lastname),
    leaf('firstname', person.firstname),
    leaf('address1', '12 rue de l’Église'),
    leaf('address2', ''),
    leaf('postcode', person.country === 'FR' ? '57000' : '4000'),
    leaf('city', person.city),
    leaf('phone', '03 87 23 11 45'),
    leaf('phone_mobile', ''),
  ].join('');

export const writeNames = ({ lastname, firstname }: ModelPerson): string =>
  leaf('lastname', lastname) + leaf('firstname', firstname) + leaf('email', 'client@example.org');

function writeTotals(order: ModelOrder, profile: ProfileName): string {
  const excluding = sum(order.lines.map(({ price, quantity }) => price * quantity));
  const including = sum(order.lines.map(({ price, quantity, rate }) => withTax(price * quantity, rate)));
  const money = (cents: number) => formatCents(cents, profile);
  return [
    leaf('total_discounts', money(Math.round((order.discount / including) * 10000))),
    leaf('total_discounts_tax_incl', money(order.discount)),
    leaf('total_discounts_tax_excl', money(Math.round((order.discount * excluding) / including))),
    leaf('total_paid', money(including + order.shipping - order.discount)),
    leaf('total_products', money(including)),
    leaf('total_products_wt', money(excluding)),
    leaf('total_shipping', money(order.shipping)),
    leaf('carrier_tax_rate', SHIPPING_RATE),
  ].join('');
}

const writeLine = (line: ModelOrder['lines'][number], profile: ProfileName): string =>
  `<product>${[
    leaf('product_reference', line.reference),
    leaf('product_quantity', line.quantity),
    leaf('product_name', line.name),
    leaf('product_price', formatCents(line.price, profile)),
    leaf('tva_rate', line.rate),
    leaf('ecotax', 0),
  ].join('')}</product>`;

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

const withTax = (cents: number, rate: number): number => Math.round((cents * (1000 + rate * 10)) / 1000);

/** `kit-2015` writes no trailing zeros. */
const formatCents = (cents: number, profile: ProfileName): string =>
  profile === 'kit-2015' ? String(cents / 100) : (cents / 100).toFixed(2);
