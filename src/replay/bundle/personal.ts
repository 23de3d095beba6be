import { foldName } from '../../wire/xml/element.ts';
import type { PersonalKind, Pseudonyms } from './pseudonyms.ts';

/** Messages about articles, and about orders by their number alone. */
const ABOUT_THINGS: ReadonlySet<string> = new Set([
  'add_product',
  'update_product',
  'add_option',
  'update_option',
  'products_list',
  'options_list',
  'add_grilles',
  'orders_list',
  'set_order_exported',
  'add_tracking',
]);
const PEOPLE =
  /<(?:clients?|customers?|commande|livraison|facturation|adresse\w*|e?mail|prenom|telephone)\b/i;

/** Whether what is said there is a person's data unless it is known to be none: also where customers are sent to the wrong address. */
export const isAboutPeople = (resource: string, text: string): boolean =>
  !ABOUT_THINGS.has(resource) || PEOPLE.test(text);

const namesIn = (...lines: readonly string[]): ReadonlySet<string> => new Set(lines.join(' ').split(' '));

/** What is nobody's own, by its name on the wire and in the records: ids, codes, states, what was bought. */
const NOT_PERSONAL = namesIn(
  'id id_order id_commande order_id numero oid reference code codetiers code_erp erpcode resource key type limit compression',
  'statut statut_final current_state state readby no_import excluded documenttype documentstate status active actif',
  'tiers_actif contact_actif pays country currency payment paymentmethod livreur carrier depot warehouse',
  'conditionreglementid conditionreglement paymenttermsid paymentterms categorietarifaire pricecategory',
  'product_reference product_name product_gamme1 product_gamme2 axis1 axis2 filetype filesha256 erpid orderid',
  'trackingnumbers error',
);
/** Numbers and dates: a value without a digit is something else in the wrong place. */
const NUMBERS = namesIn(
  'date date_add placedat readat tauxderemise discountrate carrier_tax_rate tva_rate taxrate ecotax quantity netunitprice',
  'total_discounts total_discounts_tax_excl total_discounts_tax_incl total_paid total_products total_products_wt',
  'total_shipping discountpercent discountincltax discountexcltax paid productsincltax productsexcltax',
  'shippingincltax shippingtaxrate product_quantity product_price filebytes',
);

/** Whether a value of the field of that name may tell who somebody is. */
export function isPersonal(name: string, value: string): boolean {
  if (value.trim() === '' || FILE.test(value)) return false;
  const folded = foldName(name);
  return !(NOT_PERSONAL.has(folded) || (NUMBERS.has(folded) && /\d/.test(value)));
}

const FILE = /^\s*blob:sha256:[0-9a-f]{64}\s*$/;

/** A value as a stranger may see it. */
export const redactedValue = (name: string, value: string, pseudonyms: Pseudonyms): string =>
  isPersonal(name, value) ? pseudonyms.of(kindOf(foldName(name)), value) : value;

function kindOf(name: string): PersonalKind {
  if (name.includes('mail')) return 'email';
  if (/phone|mobile|portable|fax|telecopie|^tel/.test(name)) return 'phone';
  return /nom|name|societe|company|contact|payeur|payer|commercial|salesperson|intitule|title/.test(name)
    ? 'name'
    : 'text';
}

const EMAIL = /(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu;
/** With a country's code, or in a Frenchman's groups of two; digits alone may be an article's code. */
const PHONE =
  /(?<![\w.])(?:(?:\+[1-9]\d{0,2}|00[1-9]\d{0,2}[ .-])(?:[ .-]?\(?\d{1,4}\)?){3,6}|0[1-9](?:[ .-]\d\d){4})(?!\w)/g;
const BARE_PHONE = /(?<![\w.])0[1-9]\d{8}(?!\w)/g;

/** Addresses and telephone numbers in any text. */
export function redactedText(text: string, pseudonyms: Pseudonyms, withBare: boolean): string {
  const phone = (found: string): string => pseudonyms.of('phone', found);
  const redacted = text
    .replace(EMAIL, (found) => (isPseudonym(found) ? found : pseudonyms.of('email', found)))
    .replace(PHONE, phone);
  return withBare ? redacted.replace(BARE_PHONE, phone) : redacted;
}

const isPseudonym = (email: string): boolean => email.endsWith('@example.invalid');
