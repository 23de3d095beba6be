import type { Dice } from './dice.ts';

type Words = readonly [string, ...string[]];

const FIRST_NAMES: Words = [
  'Camille',
  'Zoé',
  'Jérôme',
  'Anaïs',
  'François',
  'Maëlle',
  'Hugo',
  'Inès',
  'Loïc',
  'Noëlle',
];
const LAST_NAMES: Words = [
  'Lefèvre',
  'Garçon',
  'D’Arcy',
  'Müller',
  'Le Goff',
  'N’Diaye',
  'Bérenger',
  'Saint-Clair',
  'Œuvrard',
  'Dupré',
];
const TRADES: Words = [
  'Quincaillerie',
  'Épicerie',
  'Librairie',
  'Jardinerie',
  'Hôtel',
  'Atelier',
  'Mairie',
  'École',
];
const FORMS: Words = ['SARL', '& Fils', 'SAS', 'et Associés', '« Le Comptoir »'];
const STREETS: Words = [
  'rue de l’Église',
  'avenue Foch',
  'impasse des Lilas',
  'bd Saint-Michel',
  'chemin du Pré',
];
const COMPLEMENTS: Words = ['Bât. B', 'ZA de l’Étang', 'Escalier n° 2', 'Porte & cour'];
const TOWNS: readonly [Town, ...Town[]] = [
  { postcode: '35000', city: 'Rennes', region: 'BRE' },
  { postcode: '06200', city: 'Nice', region: 'PAC' },
  { postcode: '01000', city: 'Bourg-en-Bresse', region: 'ARA' },
  { postcode: '62500', city: 'Saint-Omer', region: 'HDF' },
  { postcode: '69003', city: 'Lyon', region: 'ARA' },
  { postcode: '97400', city: 'Saint-Denis', region: 'REU' },
  { postcode: '55140', city: 'Épiez-sur-Meuse', region: 'GES' },
];

export interface Town {
  readonly postcode: string;
  readonly city: string;
  readonly region: string;
}

export interface Person {
  readonly firstName: string;
  readonly lastName: string;
  /** At example.org, of which nobody has an address. */
  readonly email: string;
  readonly phone: string;
  readonly mobile: string;
}

/** `mark` makes the address its own: no two people share one. */
export function personFrom(dice: Dice, mark: string): Person {
  const firstName = dice.pick(FIRST_NAMES, 'first name');
  const lastName = dice.pick(LAST_NAMES, 'last name');
  return {
    firstName,
    lastName,
    email: `${asciiName(firstName)}.${asciiName(lastName)}.${mark}@example.org`,
    phone: phoneNumber('01 99 00', dice.below(10_000, 'phone')),
    mobile: phoneNumber('06 39 98', dice.below(10_000, 'mobile')),
  };
}

/** Numbers from the blocks that are set apart for fiction. */
export const phoneNumber = (block: string, number: number): string => {
  const digits = String(number).padStart(4, '0');
  return `${block} ${digits.slice(0, 2)} ${digits.slice(2)}`;
};

export const companyFrom = (dice: Dice): string =>
  `${dice.pick(TRADES, 'trade')} ${dice.pick(LAST_NAMES, 'owner')} ${dice.pick(FORMS, 'form')}`;

export const townFrom = (dice: Dice): Town => dice.pick(TOWNS, 'town');

export const streetFrom = (dice: Dice): string =>
  `${dice.between(1, 199, 'house')}${dice.chance(20, 'bis') ? ' bis' : ''}, ${dice.pick(STREETS, 'street')}`;

export const complementFrom = (dice: Dice): string | undefined =>
  dice.chance(30, 'has complement') ? dice.pick(COMPLEMENTS, 'complement') : undefined;

const asciiName = (name: string): string =>
  name
    .toLowerCase()
    .replace('œ', 'oe')
    .normalize('NFD')
    .replace(/[^a-z]/g, '');
