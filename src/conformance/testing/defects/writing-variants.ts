import type { Call } from '../model/exchange.ts';
import { readSkus, valueIn } from '../model/xml-reader.ts';
import { breaks, type DefectTable, onCall } from './defect.ts';
import { isListed, push, refuse } from './listing.ts';

const withSkus = (call: Call, change: (sku: string) => string): Call => ({
  ...call,
  xml: readSkus(call.xml).reduce(
    (xml, sku) => xml.replaceAll(`<${sku}>`, `<${change(sku)}>`).replaceAll(`</${sku}>`, `</${change(sku)}>`),
    call.xml,
  ),
});

const GAMMES = ['add-product.gammes', 'add-product.gammes-real-skus', 'add-product.gammes-repeat'] as const;

/** Faults in variants. */
export const VARIANT_DEFECTS = {
  'gammes ignored': {
    breaks: [...GAMMES, 'update-option.reply', 'update-option.stays-option'],
    because: 'no SKU is listed, nor there to be updated',
    spoil: onCall('add_product', (call, next) =>
      next({ ...call, xml: call.xml.replace(/<gammes>[\s\S]*<\/gammes>/, '') }),
    ),
  },
  'parent not listed': {
    breaks: ['add-product.gammes', 'add-product.gammes-real-skus', 'add-product.gammes-repeat'],
    because: 'each has a parent',
    spoil: onCall('add_product', async (call, next, { state }) => {
      const content = await next(call);
      const reference = valueIn(call, 'reference');
      if (readSkus(call.xml).length > 0)
        state.products = state.products.filter((listed) => listed.reference !== reference);
      return content;
    }),
  },
  'SKUs lose a leading digit': breaks(
    'add-product.gammes-real-skus',
    onCall('add_product', (call, next) => next(withSkus(call, (sku) => sku.replace(/^\d/, '')))),
  ),
  'SKUs end at a blank': breaks(
    'add-product.gammes-real-skus',
    onCall('add_product', (call, next) => next(withSkus(call, (sku) => sku.replace(/ .*$/, '')))),
  ),
  'SKU with an apostrophe breaks the SQL': breaks(
    'add-product.gammes-real-skus',
    refuse(
      'add_product',
      (call) => readSkus(call.xml).some((sku) => sku.includes("'")),
      'SQLSTATE[42000]: You have an error in your SQL syntax',
    ),
  ),
  'gammes again make second variants': breaks(
    'add-product.gammes-repeat',
    onCall('add_product', async (call, next, model) => {
      const known = readSkus(call.xml).filter((sku) => isListed(model, sku));
      const content = await next(call);
      for (const sku of known) push(model, 'options', sku);
      return content;
    }),
  ),
} satisfies DefectTable;
