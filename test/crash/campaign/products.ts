import type { Product, ProductChange, ProductFields } from '../../../src/domain/product.ts';
import { decimal } from '../../../src/testing/contract/samples.ts';
import { CLIENTS } from './clients.ts';
import { duplicates, type Observation } from './ledger.ts';

/** One for each client. */
const FIELDS = ['netPrice', 'taxRate', 'ecotax', 'stock', 'weight', 'width', 'height', 'depth'] as const;
const fieldOf = (client: number): keyof ProductFields => FIELDS[client] ?? 'name';

export const productThing = (reference: string, client: number): string => `${reference} of client ${client}`;

/** Each write leaves a mark of its own: what is lost shows, whatever was written over it. It happens once. */
export const markThing = (reference: string, client: number, number: number): string =>
  `mark of write ${number} to ${productThing(reference, client)}`;

const MARK = /^xx_(\d+)_(\d+)$/;

/** All clients write to the same products, each to places of its own, a variant among them. */
export function productChange(reference: string, client: number, number: number): ProductChange {
  const value = decimal(`${number}`);
  return {
    reference,
    fields: { [fieldOf(client)]: value },
    categoryPath: ['Luminaires', `Série ${reference}`],
    translations: { [`x${client}`]: { name: `${number}` } },
    categoryPrices: [{ category: `C${client}`, netPrice: value }],
    customFields: { [`xx_${client}`]: `${number}`, [`xx_${client}_${number}`]: '1' },
    variants: [
      {
        reference: variantOf(reference, client),
        fields: { stock: value },
        axes: [{ name: 'Taille', value: `${client}` }],
      },
    ],
  };
}

const variantOf = (reference: string, client: number): string => `${reference}-${client}`;

export function observeProducts(products: readonly Product[]): readonly Observation[] {
  const byReference = new Map(products.map((product) => [product.reference, product]));
  return products
    .filter(({ kind }) => kind === 'product')
    .flatMap((product) => [
      ...CLIENTS.map((client) => ({
        thing: productThing(product.reference, client),
        numbers: numbersIn(product, byReference.get(variantOf(product.reference, client)), client),
      })),
      ...marksOn(product),
    ]);
}

const marksOn = ({ reference, customFields }: Product): readonly Observation[] =>
  Object.entries(customFields).flatMap(([name, value]) => {
    const [, client, number] = MARK.exec(name) ?? [];
    if (client === undefined) return [];
    return [{ thing: markThing(reference, Number(client), Number(number)), numbers: [Number(value)] }];
  });

function numbersIn(product: Product, variant: Product | undefined, client: number): readonly number[] {
  const ownVariant = variant?.parent === product.reference ? variant : undefined;
  const prices = product.categoryPrices.filter(({ category }) => category === `C${client}`);
  return [
    product.fields[fieldOf(client)],
    product.translations[`x${client}`]?.name,
    prices[0]?.netPrice,
    product.customFields[`xx_${client}`],
    ownVariant?.fields.stock,
  ].map((value) => Number(value ?? 0));
}

export const doubleProducts = (products: readonly Product[]): readonly string[] => [
  ...duplicates(
    'product',
    products.map(({ reference }) => reference),
  ),
  ...products.flatMap(({ reference, categoryPrices }) =>
    duplicates(
      `price of ${reference} for`,
      categoryPrices.map(({ category }) => category),
    ),
  ),
];
