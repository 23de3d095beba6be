import { type Decimal, subtract, ZERO } from '../../domain/decimal.ts';
import type { Image, ProductChange, ProductFields, VariantChange } from '../../domain/product.ts';
import { decimalFromCents, decimalFromUnits, shareOfCents } from './amounts.ts';
import { fiveDigits, type PlannedArticle, planArticle } from './article-plan.ts';
import { articleTexts, articleTranslations, categoryPath } from './article-texts.ts';
import { ean13FromDigits } from './barcode.ts';
import type { World } from './options.ts';
import { pictureFrom } from './picture.ts';
import { PRICE_CATEGORIES } from './price-categories.ts';
import type { PlannedVariant } from './variant-plan.ts';

/** What has happened to an article since the start. */
export interface ArticlePast {
  /** How often its price has changed. */
  readonly prices: number;
  /** How often its stock has been counted. */
  readonly stocks: number;
  /** What has left the house, by reference. */
  readonly delivered: ReadonlyMap<string, Decimal>;
}

/** What is kept in stock: an article without gammes, or one variant. */
interface Stocked {
  readonly reference: string;
  readonly stock: number;
}

/** An article as its ERP gives it: one record with its gammes or, from an ERP that knows none, one a variant. */
export function articleChanges(world: World, number: number, past: ArticlePast): readonly ProductChange[] {
  const article = planArticle(world, number);
  if (article.variants.length === 0) return [singleRecord(world, article, past)];
  if (!world.profile.gammes) {
    return article.variants.map((variant) => singleRecord(world, asArticle(article, variant), past));
  }
  const record = commonRecord(world, article, past);
  return [
    {
      ...record,
      variants: article.variants.map((variant) => variantChange(world, { article, variant }, past)),
    },
  ];
}

/** What the number's articles have in stock. */
export function articleStocks(world: World, number: number, past: ArticlePast) {
  const article = planArticle(world, number);
  const stocked: readonly Stocked[] = article.variants.length > 0 ? article.variants : [article];
  return stocked.map((item) => ({ reference: item.reference, stock: stockLeft(item, past) }));
}

function singleRecord(world: World, article: PlannedArticle, past: ArticlePast): ProductChange {
  const record = commonRecord(world, article, past);
  return {
    ...record,
    fields: { ...record.fields, ...stockField(world, article, past), ean13: barcode(article) },
  };
}

/** A variant in an ERP without gammes is an article like any other; its name tells what it is. */
const asArticle = (article: PlannedArticle, variant: PlannedVariant): PlannedArticle => ({
  ...article,
  reference: variant.reference,
  name: `${article.name} – ${variant.axes.map(({ value }) => value).join(', ')}`,
  price: article.price + (variant.surcharge ?? 0),
  stock: variant.stock,
  weight: variant.weight,
  barcodeSuffix: variant.barcodeSuffix,
});

function commonRecord(world: World, article: PlannedArticle, past: ArticlePast): ProductChange {
  const { dice, reference } = article;
  const translations = articleTranslations(article);
  const price = priceNow(article.price, past);
  return {
    reference,
    fields: { ...articleTexts(article), ...measures(article), netPrice: decimalFromCents(price) },
    categoryPath: categoryPath(article, world.profile.categoryLevels),
    ...(translations ? { translations } : {}),
    ...(dice.chance(25, 'has levels')
      ? { priceLevels: { 2: lowered(price, 500), 3: lowered(price, 1_000) } }
      : {}),
    ...(world.profile.categoryPrices
      ? {
          categoryPrices: PRICE_CATEGORIES.map((category, at) => ({
            category,
            netPrice: lowered(price, at * 300),
          })),
        }
      : {}),
    customFields: customFields(world, article),
    ...(dice.chance(4, 'has picture') ? { image: picture(article) } : {}),
  };
}

function measures({ dice, family, weight }: PlannedArticle): Partial<ProductFields> {
  const millimetres = (topic: string): Decimal => decimalFromUnits(dice.between(10, 900, topic), 1);
  return {
    taxRate: decimalFromUnits(family.taxRate, 2),
    ...(family.ecotax > 0 ? { ecotax: decimalFromCents(family.ecotax) } : {}),
    weight: decimalFromUnits(weight, 3),
    width: millimetres('width'),
    height: millimetres('height'),
    depth: millimetres('depth'),
    active: !dice.chance(3, 'is inactive'),
    available: !dice.chance(2, 'is unavailable'),
  };
}

interface VariantOf {
  readonly article: PlannedArticle;
  readonly variant: PlannedVariant;
}

function variantChange(world: World, { article, variant }: VariantOf, past: ArticlePast): VariantChange {
  const { reference, axes, surcharge, weight } = variant;
  const netPrice =
    surcharge === undefined ? null : decimalFromCents(priceNow(article.price + surcharge, past));
  const fields = { netPrice, ...stockField(world, variant, past), weight: decimalFromUnits(weight, 3) };
  return { reference, axes, fields };
}

const stockField = ({ stockApart }: World, stocked: Stocked, past: ArticlePast): { stock?: Decimal } =>
  stockApart ? {} : { stock: stockLeft(stocked, past) };

/** 13 and 97 have no common divisor: each price differs from the one before, and none runs away. */
const priceNow = (cents: number, { prices }: ArticlePast): number => cents + ((prices * 13) % 97);

function stockLeft({ reference, stock }: Stocked, { stocks, delivered }: ArticlePast): Decimal {
  const counted = decimalFromUnits(stock + ((stocks * 17) % 101), 0);
  return subtract(counted, delivered.get(reference) ?? ZERO);
}

const lowered = (cents: number, hundredths: number): Decimal =>
  decimalFromCents(cents - shareOfCents(cents, hundredths));

/** Twelve digits: the country and maker, the article, the variant. */
const barcode = ({ number, barcodeSuffix }: PlannedArticle): string =>
  ean13FromDigits(`376${String(number).padStart(7, '0')}${String(barcodeSuffix).padStart(2, '0')}`);

function customFields(
  { profile }: World,
  { dice, number }: PlannedArticle,
): Readonly<Record<string, string>> {
  const prefix = profile.customFieldPrefix;
  return {
    [`${prefix}marque`]: dice.pick(['Maison Œillet', 'L’Atelier & Co', '«Écho»', 'Sans marque'], 'brand'),
    ...(dice.chance(50, 'has shelf') ? { [`${prefix}rayon`]: `R${fiveDigits(number % 40)}/É` } : {}),
  };
}

const picture = ({ dice }: PlannedArticle): Image => ({ type: 'image/png', bytes: pictureFrom(dice) });
