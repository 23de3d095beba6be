import type { PriceCandidate } from '../../domain/pricing/candidates.ts';
import { type Asked, amountText, momentText, type PriceWords } from './words.ts';

const money = (amount: string): string => amountText(amount, ',');
const number = (decimal: string): string => decimal.replace('.', ',');
const orNone = (text: string): string => text || 'sans nom';

const OFFERS: Readonly<Record<PriceCandidate['kind'], (value: string) => string>> = {
  price: money,
  amount_off: (value) => `remise de ${money(value)}`,
  percent_off: (value) => `remise de ${number(value)} %`,
};

function buyersOf({ customer, group }: Pick<PriceCandidate, 'customer' | 'group'>): string {
  if (customer !== '') return `pour le client ${customer}${group === '' ? '' : ` de la catégorie ${group}`}`;
  return group === '' ? 'pour tous' : `pour la catégorie ${group}`;
}

function conditions({ fromQuantity, currency, country, validFrom, validTo }: PriceCandidate): string {
  return [
    fromQuantity === '0' ? '' : `à partir de ${number(fromQuantity)}`,
    currency && `en ${currency}`,
    country && `vers ${country}`,
    validFrom && `depuis le ${momentText(validFrom)}`,
    validTo && `jusqu’au ${momentText(validTo)}`,
  ]
    .filter(Boolean)
    .map((condition) => `, ${condition}`)
    .join('');
}

function ruleText(rule: PriceCandidate): string {
  const base = rule.basePrice === undefined ? '' : `, prix de base ${money(rule.basePrice)}`;
  const offer = `${OFFERS[rule.kind](rule.value)}${base}`;
  return `règle ${orNone(rule.rule)} (${orNone(rule.source)}) de ${rule.reference} : ${offer}, ${buyersOf(rule)}${conditions(rule)}`;
}

const OWN: Readonly<Record<Exclude<PriceCandidate['origin'], 'rule'>, (price: PriceCandidate) => string>> = {
  category_price: ({ reference, group }) => `prix de ${reference} pour la catégorie ${group}`,
  price_level: ({ reference, group }) => `niveau de prix de ${reference} pour la catégorie ${group}`,
  sale_price: ({ reference }) => `prix de vente de ${reference}`,
};

const whose = ({ customer, group }: PriceCandidate): string =>
  customer !== '' ? 'pour ce client' : group !== '' ? 'pour cette catégorie' : 'pour tous';

function askedBy({ customer, group }: Asked): string {
  if (customer === '') return group === '' ? 'pour un client quelconque' : `pour la catégorie ${group}`;
  return `pour le client ${customer} (${group === '' ? 'sans catégorie' : `catégorie ${group}`})`;
}

const where = ({ currency, country }: Asked): string =>
  `${currency && `, en ${currency}`}${country && `, vers ${country}`}`;

export const FRENCH_PRICES: PriceWords = {
  line({ reference, quantity, netPrice, basePrice, grossPrice, netTotal, grossTotal, taxRate }, asked) {
    const question = `${number(quantity)} × ${reference} ${askedBy(asked)}${where(asked)}, le ${momentText(asked.at)}`;
    if (netPrice === undefined) return `${question} : aucun prix.`;
    const each = `${money(netPrice)} HT l’unité${basePrice === undefined ? '' : ` au lieu de ${money(basePrice)}`}`;
    const gross =
      grossPrice === undefined ? '' : `, ${money(grossPrice)} TTC (TVA ${number(taxRate ?? '')} %)`;
    const total = `au total ${money(netTotal ?? '')} HT${grossTotal === undefined ? '' : `, ${money(grossTotal)} TTC`}`;
    return `${question} : ${each}${gross} ; ${total}.`;
  },
  totals: ({ netTotal, grossTotal, taxes }) => [
    ...(netTotal === undefined ? [] : [`Total HT : ${money(netTotal)}.`]),
    ...taxes.map(({ rate, net, tax }) => `TVA ${number(rate)} % sur ${money(net)} : ${money(tax)}.`),
    ...(grossTotal === undefined ? [] : [`Total TTC : ${money(grossTotal)}.`]),
  ],
  remarks: {
    inactive: 'L’article est inactif.',
    parent_inactive: 'Le produit de cette déclinaison est inactif.',
    unavailable: 'L’article n’est pas disponible.',
    parent_unknown: 'Le produit de cette déclinaison n’est pas encore arrivé.',
    no_price: 'Rien ne donne de prix.',
    no_tax_rate: 'L’article n’a pas de taux de TVA : seuls les montants HT sont connus.',
    customer_inactive: 'Le client est inactif.',
  },
  candidate: (price) => (price.origin === 'rule' ? ruleText(price) : OWN[price.origin](price)),
  taken: (candidate, price) => `Retenu, ${price} : ${candidate}.`,
  beaten: (candidate, price, why) => `Non retenu, ${price} : ${candidate} ; ${why}.`,
  excluded: (candidate, why) => `Sans effet : ${candidate} ; ${why}.`,
  criteria: {
    buyer: (winner, { origin }) =>
      origin === 'sale_price'
        ? 'il ne vaut que si rien d’autre ne s’applique'
        : `le prix retenu est ${whose(winner)}, ce qui l’emporte`,
    article: () => 'le prix retenu est celui de la déclinaison elle-même',
    quantity: (winner) =>
      `le prix retenu vaut pour une quantité plus grande, à partir de ${number(winner.fromQuantity)}`,
    named: () => 'le prix retenu nomme plus précisément la devise ou le pays',
    origin: () => 'une règle des grilles passe avant le prix propre de l’article',
    price: () => 'le prix retenu est plus bas, rien d’autre ne décide',
    order: () => 'le prix est le même',
  },
  exclusions: {
    retired: () => 'la grille de l’ERP ne la nomme plus',
    other_article: () => 'elle est pour un autre article',
    other_customer: () => 'elle est pour un autre client',
    other_group: () => 'elle est pour une autre catégorie',
    other_currency: ({ currency }) => `devise demandée : ${currency || 'aucune'}`,
    other_country: ({ country }) => `pays demandé : ${country || 'aucun'}`,
    quantity_not_reached: () => 'la quantité n’est pas atteinte',
    not_yet_valid: () => 'pas encore en vigueur',
    expired: () => 'plus en vigueur',
    no_base_price: () => 'il n’y a pas de prix auquel appliquer la remise',
    zero: () => 'le prix obtenu est 0, auquel rien n’est vendu',
    negative: () => 'le prix obtenu est inférieur à 0',
  },
  moreRules: (count) =>
    count === 1
      ? 'Une autre règle vient après celles-ci.'
      : `${count} autres règles viennent après celles-ci.`,
  contradicted: (count) =>
    count === 1
      ? 'Une autre règle contredit celle qui est retenue : seul le prix le plus bas décide.'
      : `${count} autres règles contredisent celle qui est retenue : seul le prix le plus bas décide.`,
  conflict: ({ reference, customer, rules: [first] }) => {
    const group = first?.candidate.group ?? '';
    const from = first?.candidate.fromQuantity ?? '0';
    const buyers = buyersOf({ customer, group: customer === '' ? group : '' });
    return `${reference}, ${buyers}${from === '0' ? '' : `, à partir de ${number(from)}`}`;
  },
  conflicting: ({ candidate, netPrice }, isFirst) => {
    const price = netPrice === undefined ? 'Prix inconnu' : money(netPrice);
    return `${price} : ${ruleText(candidate)}${isFirst && netPrice !== undefined ? ' ; retenue tant qu’elle est en vigueur' : ''}.`;
  },
};
