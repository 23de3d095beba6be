import { type Decimal, ZERO } from '../../domain/decimal.ts';
import type { PriceRuleChange, PriceRuleKey, PriceRuleKind } from '../../domain/price-rule.ts';
import { decimalFromCents, decimalFromUnits, shareOfCents } from './amounts.ts';
import { familyNumber, type PlannedArticle, planArticle } from './article-plan.ts';
import { momentOfDay } from './calendar.ts';
import { customerCode, firstContact } from './customers.ts';
import { type Dice, throwDice } from './dice.ts';
import { FAMILIES } from './families.ts';
import type { World } from './options.ts';
import { PRICE_CATEGORIES } from './price-categories.ts';

/** `cli`: a customer, `famcli` and `clitar`: a price category; `prodfam`: a family's articles; `palier`: by quantity. */
const SOURCES = ['cli_prodfam', 'famcli_prodfam', 'famcli_prod', 'palier_clitar'] as const;
const QUANTITIES = [1, 5, 20, 100] as const;
/** Rows that share a rule of the ERP. */
const ROWS_OF_A_RULE = 10;

interface RuleSet {
  readonly source: string;
  readonly number: number;
  readonly dice: Dice;
  readonly kind: PriceRuleKind;
}

/** One row of the price lists. `revision` counts how often its value has changed. */
export function priceRule(world: World, number: number, revision: number): PriceRuleChange {
  const set = ruleSet(world, Math.floor(number / ROWS_OF_A_RULE));
  const row = number % ROWS_OF_A_RULE;
  const steps = set.source.startsWith('palier') ? QUANTITIES : [undefined];
  const article = planArticle(world, articleOfRow(world, set, Math.floor(row / steps.length)));
  const step = steps[row % steps.length];
  const dice = throwDice(world.seed, 'price rule', number);
  const item = ruledItem(world, article, dice);
  return {
    ...buyer(world, set),
    source: set.source,
    rule: `${1_000 + set.number}${set.dice.chance(20, 'has suffix') ? '-É&C' : ''}`,
    reference: item.reference,
    currency: set.dice.chance(10, 'has currency') ? 'EUR' : '',
    country: set.dice.chance(10, 'has country') ? 'FR' : '',
    fromQuantity: step === undefined ? ZERO : decimalFromUnits(step, 0),
    validFrom: set.dice.chance(40, 'has start')
      ? momentOfDay(world.startDate, -set.dice.below(60, 'start'))
      : '',
    kind: set.kind,
    value: ruleValue(set.kind, { cents: item.price, revision, dice }),
    options: { ...setOptions(world, set), ...item.options },
  };
}

function ruleSet({ seed, profile }: World, number: number): RuleSet {
  const known = profile.priceRuleSources;
  const sources = known.length > 0 ? known : SOURCES;
  const dice = throwDice(seed, 'price rule set', number);
  const kind = dice.pick(['price', 'price', 'price', 'percent_off', 'percent_off', 'amount_off'], 'kind');
  return { source: sources[number % sources.length] ?? SOURCES[0], number, dice, kind };
}

/** Rows of one rule name different articles of one family, as long as the family has so many. */
function articleOfRow({ articles }: World, { dice }: RuleSet, row: number): number {
  const ofFamily = Math.floor(articles / FAMILIES.length);
  if (ofFamily < ROWS_OF_A_RULE) return (dice.below(articles, 'article') + row) % articles;
  const family = familyNumber(dice.below(FAMILIES.length, 'family'));
  return family + FAMILIES.length * ((dice.below(ofFamily, 'article') + row) % ofFamily);
}

type Buyer = Pick<PriceRuleKey, 'customer' | 'group'>;

function buyer(world: World, { source, dice }: RuleSet): Buyer {
  return source.startsWith('cli_') && world.customers > 0
    ? { customer: customerCode(ruledCustomer(world, dice)), group: '' }
    : { customer: '', group: dice.pick(PRICE_CATEGORIES, 'group') };
}

const ruledCustomer = ({ customers }: World, dice: Dice): number => dice.below(customers, 'customer');

function setOptions(world: World, set: RuleSet): PriceRuleChange['options'] {
  const named = buyer(world, set).customer !== '' && set.dice.chance(30, 'has e-mails');
  return {
    ...(set.dice.chance(30, 'has end')
      ? { validTo: momentOfDay(world.startDate, 90 + set.dice.below(200, 'end')) }
      : {}),
    ...(named ? { customerEmails: firstContact(world, ruledCustomer(world, set.dice)).email } : {}),
  };
}

/** A variant where the article has some, since that is what is sold. */
function ruledItem({ profile }: World, article: PlannedArticle, dice: Dice) {
  const variant = article.variants[dice.below(Math.max(1, article.variants.length), 'variant')];
  const price = article.price + (variant?.surcharge ?? 0);
  return {
    reference: (variant ?? article).reference,
    price,
    options: {
      ...(variant && profile.gammes ? { parent: article.reference } : {}),
      ...(dice.chance(30, 'has base') ? { basePrice: decimalFromCents(price) } : {}),
    },
  };
}

interface Valued {
  /** The price at the start. */
  readonly cents: number;
  readonly revision: number;
  readonly dice: Dice;
}

/** Each revision's value differs from the one before. */
function ruleValue(kind: PriceRuleKind, { cents, revision, dice }: Valued): Decimal {
  const drift = (revision * 13) % 97;
  if (kind === 'percent_off')
    return decimalFromUnits(dice.between(10, 70, 'percent') * 5 + (revision % 7), 1);
  if (kind === 'price') {
    return decimalFromCents(cents - shareOfCents(cents, dice.between(500, 3_000, 'below')) + drift);
  }
  return decimalFromUnits(shareOfCents(cents, dice.between(100, 1_000, 'off')) * 100 + drift, 4);
}
