import { createReferencesListCodec } from './references-list.ts';

export const productsListCodec = createReferencesListCodec('products_list', 'product');
