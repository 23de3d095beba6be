import type { ScriptedOrder } from './orders.ts';
import { leaf, type Spelling } from './spelling.ts';

type Values = Readonly<Record<string, string>>;

const elements = (values: Values): string =>
  Object.entries(values)
    .map(([name, text]) => leaf(name, text))
    .join('');

const block = (name: string, ...content: readonly string[]): string =>
  `<${name}>${content.join('')}</${name}>`;

const PLAIN_PERSON = { lastname: 'Martin', firstname: 'Paul' };
/** Accents, an apostrophe, an ampersand, quotes: whatever a buyer types. */
const ACCENTED_PERSON = { lastname: 'Bézier-D’Hœuf', firstname: 'Zoé & "Léa" <L\'Îlot>' };

/** One order as `orders` answers it (§11), 129.40 including tax in all. */
export function orderXml({ id, kind }: ScriptedOrder, spelling: Spelling): string {
  const person = kind === 'accents' ? ACCENTED_PERSON : PLAIN_PERSON;
  const isOdd = kind === 'odd';
  return block(
    'order',
    isOdd ? '<!-- passerelle: <commentaire/> --><xx_origine marche="1">Marché &amp; co</xx_origine>' : '',
    block('livraison', elements(address(person)), isOdd ? leaf('etage', '3') : ''),
    block('facturation', elements(address(person))),
    block(
      'client',
      elements({
        id: `9${id}`,
        ...(kind === 'code_erp' && spelling.extras ? { code_erp: 'CCL00002' } : {}),
        ...person,
        email: `client-${id}@example.com`,
      }),
    ),
    block(
      'commande',
      elements(header(id, spelling)),
      isOdd ? '<xx_notes><xx_note>gravure</xx_note></xx_notes>' : '',
    ),
    block('produits', ...lines(spelling, isOdd)),
    kind === 'no_import' ? '<no_import/>' : '',
  );
}

const address = (person: Values): Values => ({
  pays: 'FR',
  company: '',
  ...person,
  address1: '12 rue de l’Église',
  address2: '',
  postcode: '57000',
  city: 'Metz',
  phone: '03 87 23 11 45',
  phone_mobile: '',
});

const header = (id: string, { dayFirstDates, extras }: Spelling): Values => ({
  date_add: dayFirstDates ? '22/03/2026' : '2026-03-22 10:09:22',
  ...(extras ? { payment: 'Carte bancaire' } : {}),
  total_discounts: '0',
  total_discounts_tax_incl: '0',
  total_discounts_tax_excl: '0',
  total_paid: extras ? '129.40' : '129.4',
  total_products: extras ? '120.00' : '120',
  total_products_wt: extras ? '100.00' : '100',
  total_shipping: extras ? '9.40' : '9.4',
  carrier_tax_rate: '20',
  livreur: 'Colissimo',
  ...(extras ? { reference: `W${id}` } : {}),
});

/** Old readers know whole quantities only. */
const lines = ({ extras }: Spelling, isOdd: boolean): readonly string[] => [
  block(
    'product',
    elements({
      product_reference: 'PCK-0001',
      product_quantity: '2',
      product_name: 'Lampe « Été »',
      product_price: extras ? '40.00' : '40',
      tva_rate: '20',
      ecotax: '0',
    }),
    isOdd ? '<!-- ligne --><xx_lot>L7</xx_lot>' : '',
  ),
  block(
    'product',
    elements({
      product_reference: 'PCK-0002',
      product_quantity: extras ? '0.5' : '1',
      product_name: 'Câble (mètre)',
      product_price: extras ? '40.00' : '20',
      tva_rate: '20',
      ecotax: '0',
    }),
  ),
];
