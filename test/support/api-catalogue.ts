import type { ProductChange } from '../../src/domain/product.ts';
import type { Store } from '../../src/store/open.ts';
import { decimal, EVERY_FIELD } from '../../src/testing/contract/samples.ts';
import { png } from './pictures.ts';

export const PICTURE = png(40, 20);

/** A product that has everything, with its variants, and one that has nothing. */
const FULL: ProductChange = {
  reference: 'FULL',
  fields: { ...EVERY_FIELD, name: 'Table de chêne' },
  categoryPath: ['Jardin', 'Tables'],
  translations: { en: { name: 'Oak table', description: 'Long' }, 'de-CH': { name: 'Eichentisch' } },
  priceLevels: { 2: decimal('30'), 5: decimal('25.5') },
  categoryPrices: [{ category: 'Pro', netPrice: decimal('20') }],
  customFields: { Couleur: 'brun' },
  image: { type: 'image/png', bytes: PICTURE },
  variants: ['S', 'M', 'L'].map((size) => ({
    reference: `FULL-${size}`,
    axes: [{ name: 'Taille', value: size }],
    fields: { stock: decimal('3') },
  })),
};

/** References that an address has to spell out. */
export const ODD_REFERENCES = ['A/B', '50%', 'é è', 'a+b', '?x=1', '#1', '..', 'a%2Fb', '" &'];

export async function addCatalogue({ shop }: Pick<Store, 'shop'>): Promise<void> {
  const changes = [FULL, ...['BARE', ...ODD_REFERENCES].map((reference) => ({ reference, fields: {} }))];
  for (const change of changes) await shop.saveProduct(change, 'add_product');
}
