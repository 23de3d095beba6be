import type { PriceCandidate } from '../../domain/pricing/candidates.ts';
import { type Asked, amountText, momentText, type PriceWords } from './words.ts';

const money = (amount: string): string => amountText(amount, '.');
const orNone = (text: string): string => text || 'none';

const OFFERS: Readonly<Record<PriceCandidate['kind'], (value: string) => string>> = {
  price: money,
  amount_off: (value) => `${money(value)} off`,
  percent_off: (value) => `${value} % off`,
};

function buyersOf({ customer, group }: Pick<PriceCandidate, 'customer' | 'group'>): string {
  if (customer !== '') return `the customer ${customer}${group === '' ? '' : ` in the category ${group}`}`;
  return group === '' ? 'everyone' : `the category ${group}`;
}

function conditions({ fromQuantity, currency, country, validFrom, validTo }: PriceCandidate): string {
  return [
    fromQuantity === '0' ? '' : `from quantity ${fromQuantity}`,
    currency && `in ${currency}`,
    country && `to ${country}`,
    validFrom && `since ${momentText(validFrom)}`,
    validTo && `until ${momentText(validTo)}`,
  ]
    .filter(Boolean)
    .map((condition) => `, ${condition}`)
    .join('');
}

function ruleText(rule: PriceCandidate): string {
  const base = rule.basePrice === undefined ? '' : `, base price ${money(rule.basePrice)}`;
  const offer = `${OFFERS[rule.kind](rule.value)}${base}`;
  return `rule ${orNone(rule.rule)} (${orNone(rule.source)}) of ${rule.reference}: ${offer}, for ${buyersOf(rule)}${conditions(rule)}`;
}

const OWN: Readonly<Record<Exclude<PriceCandidate['origin'], 'rule'>, (price: PriceCandidate) => string>> = {
  category_price: ({ reference, group }) => `price of ${reference} for the category ${group}`,
  price_level: ({ reference, group }) => `price level of ${reference} for the category ${group}`,
  sale_price: ({ reference }) => `sale price of ${reference}`,
};

const whose = ({ customer, group }: PriceCandidate): string =>
  customer !== '' ? 'for this customer' : group !== '' ? 'for this category' : 'for everyone';

function askedBy({ customer, group }: Asked): string {
  if (customer === '') return group === '' ? 'anyone' : `the category ${group}`;
  return `the customer ${customer} (${group === '' ? 'no category' : `category ${group}`})`;
}

const where = ({ currency, country }: Asked): string =>
  `${currency && `, in ${currency}`}${country && `, to ${country}`}`;

export const ENGLISH_PRICES: PriceWords = {
  line({ reference, quantity, netPrice, basePrice, grossPrice, netTotal, grossTotal, taxRate }, asked) {
    const question = `${quantity} × ${reference} for ${askedBy(asked)}${where(asked)}, on ${momentText(asked.at)}`;
    if (netPrice === undefined) return `${question}: no price.`;
    const each = `${money(netPrice)} each excluding tax${basePrice === undefined ? '' : ` instead of ${money(basePrice)}`}`;
    const gross = grossPrice === undefined ? '' : `, ${money(grossPrice)} including ${taxRate} % tax`;
    const total = `together ${money(netTotal ?? '')}${grossTotal === undefined ? '' : `, with tax ${money(grossTotal)}`}`;
    return `${question}: ${each}${gross}; ${total}.`;
  },
  totals: ({ netTotal, grossTotal, taxes }) => [
    ...(netTotal === undefined ? [] : [`Total excluding tax: ${money(netTotal)}.`]),
    ...taxes.map(({ rate, net, tax }) => `Tax of ${rate} % on ${money(net)}: ${money(tax)}.`),
    ...(grossTotal === undefined ? [] : [`Total including tax: ${money(grossTotal)}.`]),
  ],
  remarks: {
    inactive: 'The article is inactive.',
    parent_inactive: 'The product that this variant belongs to is inactive.',
    unavailable: 'The article is not available.',
    parent_unknown: 'The product that this variant belongs to has not come yet.',
    no_price: 'Nothing gives a price.',
    no_tax_rate: 'The article has no tax rate: only amounts excluding tax are known.',
    customer_inactive: 'The customer is inactive.',
  },
  candidate: (price) => (price.origin === 'rule' ? ruleText(price) : OWN[price.origin](price)),
  taken: (candidate, price) => `Taken, ${price}: ${candidate}.`,
  beaten: (candidate, price, why) => `Not taken, ${price}: ${candidate}; ${why}.`,
  excluded: (candidate, why) => `Does not hold: ${candidate}; ${why}.`,
  criteria: {
    buyer: (winner, { origin }) =>
      origin === 'sale_price'
        ? 'it counts only where nothing else holds'
        : `the taken price is ${whose(winner)}, which counts for more`,
    article: () => 'the taken price is for the variant itself',
    quantity: (winner) => `the taken price is for a higher quantity, from ${winner.fromQuantity}`,
    named: () => 'the taken price names the currency or the country more closely',
    origin: () => 'a rule of the price lists comes before the article’s own price',
    price: () => 'the taken price is lower, nothing else decides',
    order: () => 'the price is the same',
  },
  exclusions: {
    retired: () => 'the ERP’s list no longer names it',
    other_article: () => 'it is for another article',
    other_customer: () => 'it is for another customer',
    other_group: () => 'it is for another category',
    other_currency: ({ currency }) => `the currency asked for is ${orNone(currency)}`,
    other_country: ({ country }) => `the country asked for is ${orNone(country)}`,
    quantity_not_reached: () => 'the quantity is not reached',
    not_yet_valid: () => 'it does not hold yet',
    expired: () => 'it holds no longer',
    no_base_price: () => 'there is no price to take the reduction from',
    zero: () => 'it gives a price of 0, at which nothing is sold',
    negative: () => 'it gives a price below 0',
  },
  moreRules: (count) =>
    count === 1 ? 'One more rule stands behind these.' : `${count} more rules stand behind these.`,
  contradicted: (count) =>
    count === 1
      ? 'Another rule contradicts the taken one: only the lower price decides.'
      : `${count} other rules contradict the taken one: only the lower price decides.`,
  conflict: ({ reference, customer, rules: [first] }) => {
    const group = first?.candidate.group ?? '';
    const from = first?.candidate.fromQuantity ?? '0';
    const buyers = buyersOf({ customer, group: customer === '' ? group : '' });
    return `${reference}, for ${buyers}${from === '0' ? '' : `, from quantity ${from}`}`;
  },
  conflicting: ({ candidate, netPrice }, isFirst) => {
    const price = netPrice === undefined ? 'Price unknown' : money(netPrice);
    return `${price}: ${ruleText(candidate)}${isFirst && netPrice !== undefined ? '; taken while it holds' : ''}.`;
  },
};
