/** Customers as an ERP sends them (seed §14): two contacts, one delivery address and the billing address each. */

interface ListedContact {
  readonly name: string;
  readonly phone: string;
  readonly email: string;
}

interface ListedAddress {
  readonly street: string;
  readonly postcode: string;
  readonly city: string;
}

interface ListedCustomer {
  readonly code: string;
  readonly name: string;
  readonly phone: string;
  readonly email: string;
  readonly category: string;
  readonly contacts: readonly ListedContact[];
  readonly delivery: ListedAddress;
  readonly billing: ListedAddress;
}

const NAMES = [
  'Bague’s en or',
  'Établissements Martin & Fils',
  'Horlogerie du Château',
  'Bijoux Élégance SARL',
];
const CITIES = [
  ['57000', 'Metz'],
  ['67000', 'Strasbourg'],
  ['69003', 'Lyon'],
  ['13002', 'Marseille'],
] as const;
const CATEGORIES = ['Grossistes', 'Détaillants', 'Revendeurs & CHR'];
const SALES_PERSON = 'LAPERLE Delphine';
const TERMS_ID = '30FDM';
const TERMS = '30 jours fin de mois';
const COUNTRY = 'France';

const pick = <T>(values: readonly [T, ...T[]] | readonly T[], index: number): T => {
  const value = values[index % values.length];
  if (value === undefined) throw new Error('nothing to pick from');
  return value;
};

function customerAt(index: number): ListedCustomer {
  const code = `CL${String(index).padStart(6, '0')}`;
  const [postcode, city] = pick(CITIES, index);
  const address = { street: `${1 + (index % 200)} rue de l’Église`, postcode, city };
  const phone = `03 87 ${String(index % 100).padStart(2, '0')} 11 45`;
  return {
    code,
    name: `${pick(NAMES, index)} ${index}`,
    phone,
    email: `contact@client${index}.fr`,
    category: pick(CATEGORIES, index),
    contacts: [
      { name: 'Ondine Lee', phone, email: `ondine@client${index}.fr` },
      { name: 'Zoé Durand', phone, email: `zoe@client${index}.fr` },
    ],
    delivery: address,
    billing: { ...address, street: `BP ${65_000 + (index % 900)}` },
  };
}

const element = (name: string, text: string): string => `<${name}>${text.replaceAll('&', '&amp;')}</${name}>`;

function addressXml(
  name: string,
  customer: ListedCustomer,
  { street, postcode, city }: ListedAddress,
): string {
  return (
    `<${name}>${element('telephone', customer.phone)}${element('email', customer.email)}${element('adresse', street)}` +
    `<complement></complement>${element('codepostal', postcode)}${element('ville', city)}<coderegion></coderegion>` +
    `${element('pays', COUNTRY)}${element('contact', 'Mlle Lee Ondine')}${element('intitule', customer.name)}</${name}>\n`
  );
}

const contactXml = ({ name, phone, email }: ListedContact): string =>
  `<contact>${element('nom', name)}${element('telephone', phone)}${element('email', email)}</contact>\n`;

const clientXml = (customer: ListedCustomer): string =>
  `<client identifiant="${customer.code}">\n${element('codetiers', customer.code)}${element('nom', customer.name)}` +
  `<prenom/>${element('telephone', customer.phone)}${element('email', customer.email)}${element('commercial', SALES_PERSON)}` +
  `${element('conditionreglementid', TERMS_ID)}${element('conditionreglement', TERMS)}` +
  `${element('catégorietarifaire', customer.category)}${element('tauxderemise', '0')}${element('payeurid', customer.code)}` +
  `${element('payeur', customer.name)}<contacts>\n${customer.contacts.map(contactXml).join('')}</contacts><livraisons>\n` +
  `${addressXml('livraison', customer, customer.delivery)}</livraisons>${addressXml('facturation', customer, customer.billing)}</client>\n`;

export function* customerListXml(customers: number): Generator<string> {
  yield '<?xml version="1.0" encoding="UTF-8"?>\n<clients>\n';
  for (let index = 0; index < customers; index += 1) yield clientXml(customerAt(index));
  yield '</clients>\n';
}

/** A row of one of the store's tables, by its columns. */
export type TableRow = readonly [table: CustomerTable, cells: Readonly<Record<string, string>>];
export const CUSTOMER_TABLES = ['customer', 'customer_contact', 'customer_address'] as const;
type CustomerTable = (typeof CUSTOMER_TABLES)[number];

/** The same customer as rows of the store's tables. */
export function customerRows(index: number): readonly TableRow[] {
  const customer = customerAt(index);
  const customer_key = String(index + 1);
  return [
    ['customer', { customer_key, ...customerCells(customer) }],
    ...customer.contacts.map(
      ({ name, phone, email }, position): TableRow => [
        'customer_contact',
        { customer_key, contact_key: email, position: String(position), email, name, phone },
      ],
    ),
    ['customer_address', { customer_key, kind: 'delivery', ...addressCells(customer, customer.delivery) }],
    ['customer_address', { customer_key, kind: 'billing', ...addressCells(customer, customer.billing) }],
  ];
}

const customerCells = ({ code, name, phone, email, category }: ListedCustomer) => ({
  id: code,
  code,
  name,
  phone,
  email,
  email_key: email,
  sales_person: SALES_PERSON,
  payment_terms_id: TERMS_ID,
  payment_terms: TERMS,
  price_category: category,
  discount_rate: '0',
  payer_code: code,
  payer_name: name,
});

const addressCells = ({ name, phone, email }: ListedCustomer, { street, postcode, city }: ListedAddress) => ({
  position: '0',
  title: name,
  contact: 'Mlle Lee Ondine',
  street,
  postcode,
  city,
  country: COUNTRY,
  phone,
  email,
});
