import { ownTargets, type Target, targets } from './synonyms.ts';

const implied = (path: string, value: string, [target, names]: [string, readonly string[]]) =>
  names.map((name): [string, Target] => [name, { path: target, cell: 'number', implies: { path, value } }]);

export const PRICE_RULE_COLUMNS: ReadonlyMap<string, Target> = new Map([
  ...ownTargets('text', ['customerEmails']),
  ...targets('text', {
    source: ['source', 'src', 'origine'],
    rule: ['rule', 'regle', 'tarif', 'code tarif', 'ref tarif', 'grille'],
    reference: ['reference', 'ref', 'article', 'code article', 'code produit', 'sku', 'id product', 'ar ref'],
    customer: ['customer', 'client', 'code client', 'id customer', 'customer code'],
    group: ['group', 'groupe', 'categorie tarifaire', 'famille client', 'group name', 'price category'],
    kind: ['kind', 'type'],
    currency: ['currency', 'devise'],
    country: ['country', 'pays'],
    parent: ['parent', 'reference parent'],
    validFrom: ['validfrom', 'du', 'debut', 'date debut', 'date de debut', 'valid from', 'from'],
    validTo: ['validto', 'au', 'fin', 'date fin', 'date de fin', 'valid to', 'to'],
  }),
  ...targets('number', {
    value: ['value', 'valeur'],
    fromQuantity: [
      'fromquantity',
      'a partir de',
      'quantite',
      'qte',
      'quantite mini',
      'palier',
      'from qty',
      'from quantity',
      'min quantity',
    ],
    basePrice: ['baseprice', 'prix de base', 'prix barre', 'base price'],
  }),
  ...implied('kind', 'price', ['value', ['prix', 'prix ht', 'prix net', 'price', 'net price']]),
  ...implied('kind', 'percent_off', [
    'value',
    ['remise', 'remise en', 'taux de remise', 'discount', 'discount percent'],
  ]),
  ...implied('kind', 'amount_off', ['value', ['remise montant', 'montant remise', 'discount amount']]),
]);
