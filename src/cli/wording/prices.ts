import type { Language } from '../../shop/wording.ts';

/** What `prices` says, and its help. What it says of prices themselves: src/shop/price-wording.ts. */
export interface PricesWording {
  readonly help: Readonly<Record<PricesHelp, string>>;
  readonly quantityExpected: string;
  readonly dateExpected: string;
  readonly limitExpected: string;
  readonly afterExpected: string;
  progress(rules: number, found: number): string;
  looked(rules: number, found: number): string;
  stopped(found: number, goingOn: string): string;
}

type PricesHelp =
  | 'prices'
  | 'quote'
  | 'reference'
  | 'customer'
  | 'group'
  | 'quantity'
  | 'currency'
  | 'country'
  | 'date'
  | 'json'
  | 'conflicts'
  | 'limit'
  | 'after'
  | 'afterCustomer'
  | 'jsonLines';

const counted = (language: Language): ((count: number) => string) => {
  const format = new Intl.NumberFormat(language);
  return (count) => format.format(count);
};
const english = counted('en');
const french = counted('fr');
const rulesEn = (rules: number): string => `${english(rules)} ${rules === 1 ? 'rule' : 'rules'} looked at`;
const rulesFr = (rules: number): string =>
  `${french(rules)} ${rules < 2 ? 'règle examinée' : 'règles examinées'}`;
const foundEn = (found: number): string => `${english(found)} contradiction${found === 1 ? '' : 's'}`;
const foundFr = (found: number): string => `${french(found)} contradiction${found < 2 ? '' : 's'}`;

const ENGLISH: PricesWording = {
  help: {
    prices: 'which price a buyer gets, and why; rules that contradict each other',
    quote: 'the price of an article for a buyer, with the reasons',
    reference: 'of the product or variant',
    customer: 'the customer, by the ERP’s code',
    group: 'nobody in particular, of this price category',
    quantity: 'how many (1)',
    currency: 'the currency, as price rules name it (none: only rules without one hold)',
    country: 'the country, two letters (none: only rules without one hold)',
    date: 'the day, or the moment: 2026-03-22, "2026-03-22 10:09" (now)',
    json: 'as JSON',
    conflicts: 'rules between which only the lower price decides',
    limit: 'stop after as many (those of one article and customer stay together)',
    after: 'behind this article: go on where a limit stopped',
    afterCustomer: 'behind this customer of that article',
    jsonLines: 'as JSON Lines',
  },
  quantityExpected: 'expected a number such as 12 or 1.5',
  dateExpected: 'expected a date such as 2026-03-22 or "2026-03-22 10:09"',
  limitExpected: 'expected a whole number from 1',
  afterExpected: '--after is needed too',
  progress: (rules, found) => `${rulesEn(rules)}, ${foundEn(found)}`,
  looked: (rules, found) => `${rulesEn(rules)}: ${foundEn(found)}.`,
  stopped: (found, goingOn) => `Stopped after ${foundEn(found)}, as --limit says. What follows: ${goingOn}`,
};

const FRENCH: PricesWording = {
  help: {
    prices: 'quel prix obtient un acheteur, et pourquoi ; règles qui se contredisent',
    quote: 'le prix d’un article pour un acheteur, avec les raisons',
    reference: 'du produit ou de la déclinaison',
    customer: 'le client, par son code dans l’ERP',
    group: 'un client quelconque, de cette catégorie tarifaire',
    quantity: 'la quantité (1)',
    currency: 'la devise, comme les règles la nomment (aucune : seules valent les règles sans devise)',
    country: 'le pays, deux lettres (aucun : seules valent les règles sans pays)',
    date: 'le jour ou le moment : 2026-03-22, « 2026-03-22 10:09 » (maintenant)',
    json: 'en JSON',
    conflicts: 'règles entre lesquelles seul le prix le plus bas décide',
    limit: 's’arrête après ce nombre (celles d’un même article et client restent ensemble)',
    after: 'après cet article : reprend là où une limite s’est arrêtée',
    afterCustomer: 'après ce client de cet article',
    jsonLines: 'en JSON Lines',
  },
  quantityExpected: 'un nombre tel que 12 ou 1,5 est attendu',
  dateExpected: 'une date telle que 2026-03-22 ou « 2026-03-22 10:09 » est attendue',
  limitExpected: 'un nombre entier à partir de 1 est attendu',
  afterExpected: '--after est nécessaire aussi',
  progress: (rules, found) => `${rulesFr(rules)}, ${foundFr(found)}`,
  looked: (rules, found) => `${rulesFr(rules)} : ${foundFr(found)}.`,
  stopped: (found, goingOn) =>
    `Arrêt après ${foundFr(found)}, comme le demande --limit. La suite : ${goingOn}`,
};

export const PRICES_WORDING: Readonly<Record<Language, PricesWording>> = { en: ENGLISH, fr: FRENCH };
