import type { ImageType } from '../../domain/product.ts';
import type { Catalogue } from '../../shop/catalogue.ts';
import type { Database } from '../database.ts';
import { readCategory, readCategoryPage } from './categories.ts';
import { readCatalogueProduct, readProductPage } from './products.ts';

const IMAGE_TYPE = 'SELECT image_type AS type FROM product WHERE image_sha256 = $1 LIMIT 1';

/** The catalogue as the JSON API asks for it. */
export const createCatalogue = (database: Database): Catalogue => ({
  productPage: (query) => readProductPage(database, query),
  catalogueProduct: (reference) => readCatalogueProduct(database, reference),
  categoryPage: (query) => readCategoryPage(database, query),
  category: (id) => readCategory(database, id),
  imageType: async (sha256) => (await database.read.get<{ type: ImageType }>(IMAGE_TYPE, [sha256]))?.type,
});
