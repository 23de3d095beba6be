import { type Dice, throwDice } from './dice.ts';
import { FAMILIES, type Family } from './families.ts';
import type { World } from './options.ts';
import { strideThrough } from './stride.ts';
import { type PlannedVariant, plannedVariants } from './variant-plan.ts';

/** What never changes of an article: the number decides everything. */
export interface PlannedArticle {
  readonly number: number;
  readonly reference: string;
  readonly family: Family;
  readonly name: string;
  /** Cents, excluding tax, at the start. */
  readonly price: number;
  readonly stock: number;
  /** Grams. */
  readonly weight: number;
  /** Tells the barcodes of an article's variants apart; 0 is the article itself. */
  readonly barcodeSuffix: number;
  readonly variants: readonly PlannedVariant[];
  readonly dice: Dice;
}

export function planArticle(world: World, number: number): PlannedArticle {
  const dice = throwDice(world.seed, 'article', number);
  const family = familyOf(number);
  const [leastPrice, mostPrice] = family.prices;
  const [leastWeight, mostWeight] = family.weights;
  const article = {
    number,
    reference: referenceFor(number, family, dice),
    family,
    name: `${dice.pick(family.nouns, 'noun')} ${dice.pick(family.kinds, 'kind')}`,
    price: dice.between(leastPrice, mostPrice, 'price'),
    stock: dice.chance(5, 'is out') ? -dice.below(3, 'missing') : dice.below(400, 'stock'),
    weight: dice.between(leastWeight, mostWeight, 'weight'),
    barcodeSuffix: 0,
    dice,
  };
  return { ...article, variants: hasGammes(world, number) ? plannedVariants(article) : [] };
}

/** Families take turns, so that a family's articles are found without a search. */
export const familyNumber = (article: number): number => article % FAMILIES.length;

const familyOf = (article: number): Family => FAMILIES[familyNumber(article)] ?? FAMILIES[0];

/** Exactly `withGammes` of the first `articles`, of all families; none of those that are added later. */
const hasGammes = ({ articles, withGammes }: World, number: number): boolean =>
  number < articles && (number * strideThrough(articles)) % articles < withGammes;

/** As merchants write them. The number stands in each: no two are the same. */
function referenceFor(number: number, { code }: Family, dice: Dice): string {
  const digits = fiveDigits(number);
  const spellings = [
    `${code}${digits}`,
    `${code}-${digits}`,
    `${digits}${code}`,
    `${digits} ${code}/2`,
    `${code} ${digits} É`,
    `${code}&${digits}`,
  ] as const;
  return dice.pick(spellings, 'spelling');
}

export const fiveDigits = (number: number): string => String(number).padStart(5, '0');
