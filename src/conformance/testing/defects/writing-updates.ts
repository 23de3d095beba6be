import { valueIn } from '../model/xml-reader.ts';
import { before, breaks, type DefectTable, onCall, onContent } from './defect.ts';
import { isListed, push, refuse, renew } from './listing.ts';

/** Faults in `update_product` and `update_option`. */
export const UPDATE_DEFECTS = {
  'update_product answers success': breaks(
    'update-product.reply',
    onContent('update_product', () => '<success>1</success>'),
  ),
  'partial update refused': {
    breaks: ['update-product.partial', 'update-product.empty-elements'],
    because: 'an empty name is no name',
    spoil: refuse(
      'update_product',
      (call) => valueIn(call, 'nom') === '' && valueIn(call, 'name') === '',
      'nom manque',
    ),
  },
  'empty element refused': breaks(
    'update-product.empty-elements',
    refuse('update_product', ({ xml }) => /<(\w+)(><\/\1|\s*\/)>/.test(xml), 'valeur vide'),
  ),
  'update makes a copy': breaks(
    'update-product.stays-listed',
    onCall('update_product', async (call, next, model) => {
      const content = await next(call);
      push(model, 'products', valueIn(call, 'reference'));
      return content;
    }),
  ),
  'update deletes and inserts': breaks(
    'update-product.stays-listed',
    onCall('update_product', async (call, next, model) => {
      const content = await next(call);
      renew(model, 'products', valueIn(call, 'reference'));
      return content;
    }),
  ),
  'update of an option deletes and inserts': breaks(
    'update-option.stays-option',
    onCall('update_option', async (call, next, model) => {
      const content = await next(call);
      renew(model, 'options', valueIn(call, 'reference'));
      return content;
    }),
  ),
  'update of an unknown product makes it': breaks(
    'update-product.unknown',
    before('update_product', (call, model) => {
      const reference = valueIn(call, 'reference');
      if (reference !== '' && !isListed(model, reference)) push(model, 'products', reference);
    }),
  ),
  'update of an unknown product is silent': breaks(
    'update-product.unknown',
    onCall('update_product', async (call, next, model) =>
      isListed(model, valueIn(call, 'reference')) ? next(call) : '<update_product/>',
    ),
  ),
  'update_option answers in its own way': breaks(
    'update-option.reply',
    onContent('update_option', () => '<ok/>'),
  ),
  'an old reader gets update_option': {
    breaks: ['update-option.reply'],
    profile: 'kit-2015',
    spoil: onContent('update_option', () => '<update_option/>'),
  },
  'option becomes a product too': breaks(
    'update-option.stays-option',
    onCall('update_option', async (call, next, model) => {
      const content = await next(call);
      push(model, 'products', valueIn(call, 'reference'));
      return content;
    }),
  ),
  'update of an unknown option makes it': breaks(
    'update-option.unknown',
    before('update_option', (call, model) => {
      const reference = valueIn(call, 'reference');
      if (reference !== '' && !isListed(model, reference)) push(model, 'options', reference);
    }),
  ),
} satisfies DefectTable;
