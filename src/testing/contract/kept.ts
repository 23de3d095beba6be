import type { PostalAddress, ShopCustomer } from '../../domain/customer.ts';
import { type Decimal, round } from '../../domain/decimal.ts';
import type { OptionalOrderField, Order } from '../../domain/order.ts';
import type { PriceLevel, ProductChange, ProductField, ProductFields } from '../../domain/product.ts';
import type { Capabilities, Digits } from '../../shop/capabilities.ts';
import { expectEqual } from './expect.ts';
import { EVERY_FIELD, everyPart } from './samples.ts';
import type { ContractSubject } from './subject.ts';

type HasShop = Pick<ContractSubject, 'shop'>;

const MEASURES = ['width', 'height', 'depth'] as const;

/** How long the shop's numbers may be. */
const lengths = ({ digits }: Capabilities): Readonly<Partial<Record<ProductField, Digits | undefined>>> => ({
  netPrice: digits.money,
  ecotax: digits.money,
  stock: digits.stock,
  ...Object.fromEntries(MEASURES.map((name) => [name, digits.measures])),
  weight: digits.weight ?? digits.measures,
});

const rounded = (value: Decimal, digits: Digits | undefined): Decimal =>
  digits ? round(value, digits.scale) : value;

/** Whether a number of those digits can be kept as it is. */
export const fitting =
  (digits: Digits | undefined) =>
  (value: Decimal): boolean => {
    const [, whole = '', part = ''] = /^-?0?(\d*)(?:\.(\d+))?$/.exec(value) ?? [];
    return !digits || (part.length <= digits.scale && whole.length <= digits.precision - digits.scale);
  };

/** As much of a sample as the shop can keep, its numbers with as many digits as it keeps. */
export function kept<Fields extends Partial<ProductFields>>(
  { shop: { capabilities } }: HasShop,
  fields: Fields,
): Fields {
  const digits = lengths(capabilities);
  const names = Object.keys(fields) as readonly ProductField[];
  const entries = names
    .filter((name) => capabilities.productFields.includes(name))
    .map((name) => [name, digits[name] ? rounded(fields[name] as Decimal, digits[name]) : fields[name]]);
  return Object.fromEntries(entries) as Fields;
}

export const everyField = (subject: HasShop): ProductFields => kept(subject, EVERY_FIELD);

/** A change that says something in every part that this shop can keep. */
export function fullChange(subject: HasShop, reference: string): ProductChange {
  const { capabilities } = subject.shop;
  const { categoryPath, translations, priceLevels, categoryPrices, customFields, image } =
    everyPart(reference);
  const { categoryLevels = Number.POSITIVE_INFINITY, digits } = capabilities;
  const levels = Object.entries<Decimal | null>(priceLevels ?? {})
    .filter(([level]) => capabilities.priceLevels.map(String).includes(level))
    .map(([level, price]) => [level, price && rounded(price, digits.money)]);
  return {
    reference,
    fields: everyField(subject),
    ...(categoryPath && categoryLevels > 0 && { categoryPath: categoryPath.slice(0, categoryLevels) }),
    ...(capabilities.translations && translations && { translations }),
    ...(levels.length > 0 && { priceLevels: Object.fromEntries(levels) as Record<PriceLevel, Decimal> }),
    ...(capabilities.categoryPrices && categoryPrices && { categoryPrices }),
    ...(capabilities.customFields && customFields && { customFields }),
    ...(capabilities.images && image && { image }),
  };
}

/** Exactly these fields have a value; but those that always have one may have any where nothing was said of them. */
export function expectFields(
  { shop: { capabilities } }: HasShop,
  actual: Partial<ProductFields>,
  expected: Partial<ProductFields>,
): void {
  const names = Object.keys(actual) as readonly ProductField[];
  const telling = names.filter((name) => name in expected || capabilities.emptyFields.includes(name));
  expectEqual(Object.fromEntries(telling.map((name) => [name, actual[name]])), expected);
}

type Without = (...names: readonly OptionalOrderField[]) => <Part extends object>(part: Part) => Part;

const withoutUnkept =
  ({ orderFields }: Capabilities): Without =>
  (...names) =>
  (part) => {
    const unkept: readonly string[] = names.filter((name) => !orderFields.includes(name));
    return Object.fromEntries(Object.entries(part).filter(([name]) => !unkept.includes(name))) as typeof part;
  };

const keptAddress = (without: Without) => without('company', 'address2', 'phone', 'mobile');

/** The sample as an order of this shop can be. */
export function keptOrder({ shop: { capabilities } }: HasShop, order: Order): Order {
  const without = withoutUnkept(capabilities);
  const address = keptAddress(without);
  const own = without('reference', 'warehouse', 'currency', 'documentType', 'documentState', 'excluded');
  return {
    ...own(order),
    delivery: address(order.delivery),
    billing: without('vatNumber')(address(order.billing)),
    customer: without('erpCode')(order.customer),
    lines: order.lines.map(without('ecotax', 'axis1', 'axis2')),
  };
}

export function keptCustomer({ shop: { capabilities } }: HasShop, customer: ShopCustomer): ShopCustomer {
  const address: PostalAddress = keptAddress(withoutUnkept(capabilities))(customer.address);
  return { ...customer, address };
}
