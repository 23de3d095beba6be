import { Refusal } from '../model/exchange.ts';
import { escapeXml, valueIn } from '../model/xml-reader.ts';
import { before, breaks, type DefectTable, onCall, onContent, withValue } from './defect.ts';
import { inXml, isListed, push, refuse, renew } from './listing.ts';

const withReference = (change: (reference: string) => string) =>
  onCall('add_product', (call, next) =>
    next(withValue(call, 'reference', change(valueIn(call, 'reference')))),
  );

/** As a database's collation does: what is equal by it is the product that is there. */
const comparedBy = (fold: (reference: string) => string) =>
  onCall('add_product', (call, next, { state }) => {
    const known = state.products.find(
      ({ reference }) => fold(reference) === fold(valueIn(call, 'reference')),
    );
    return next(known ? withValue(call, 'reference', known.reference) : call);
  });

const SYNTAX_ERROR = 'SQLSTATE[42000]: You have an error in your SQL syntax';

const pause = () => new Promise((resolve) => setTimeout(resolve, 20));

/** What a strict XML parser stumbles over in texts. */
const MARKUP = /&(?!\w+;|#)|<>|<br|<p>|<b>/;

/** Faults in `add_product`. */
export const PRODUCT_DEFECTS = {
  'add_product answers the new id': breaks(
    'add-product.reply',
    onContent('add_product', () => '<id>9001</id>'),
  ),
  'listed once for each warehouse': {
    breaks: [
      'add-product.listed',
      'add-product.repeat',
      'add-product.concurrent',
      'add-product.references-exact',
      'update-product.stays-listed',
    ],
    because: 'all of these products have a stock',
    spoil: onCall('add_product', async (call, next, { state }) => {
      const content = await next(call);
      const listed = state.products.filter(({ reference }) => reference === valueIn(call, 'reference'));
      if (valueIn(call, 'stock') !== '' && listed.length === 1) state.products.push(...listed);
      return content;
    }),
  },
  'the same product again is a second one': {
    breaks: ['add-product.repeat', 'add-product.concurrent', 'add-product.gammes-repeat'],
    because: 'each sends a product again',
    spoil: onCall('add_product', (call, next, model) => {
      const reference = valueIn(call, 'reference');
      if (isListed(model, reference)) push(model, 'products', reference);
      return next(call);
    }),
  },
  'the same product again is refused': {
    breaks: ['add-product.repeat', 'add-product.concurrent', 'add-product.gammes-repeat'],
    because: 'each sends a product again',
    spoil: before('add_product', (call, model) => {
      if (isListed(model, valueIn(call, 'reference'))) throw new Refusal('cette référence existe déjà');
    }),
  },
  'the same product again gets another id': breaks(
    'add-product.repeat',
    before('add_product', (call, model) => renew(model, 'products', valueIn(call, 'reference'))),
  ),
  'race between looking and writing': breaks(
    'add-product.concurrent',
    onCall('add_product', async (call, next, model) => {
      const reference = valueIn(call, 'reference');
      if (reference === '' || isListed(model, reference)) return next(call);
      await pause();
      const late = isListed(model, reference);
      const content = await next(call);
      if (late) push(model, 'products', reference);
      return content;
    }),
  ),
  'reference without accents': breaks(
    'add-product.references-exact',
    withReference((reference) => reference.normalize('NFD').replace(/\p{M}/gu, '')),
  ),
  'reference escaped twice': breaks('add-product.references-exact', withReference(escapeXml)),
  'reference as a slug': breaks(
    'add-product.references-exact',
    withReference((reference) => reference.replaceAll(/[ /]/g, '-')),
  ),
  'reference with an apostrophe breaks the SQL': breaks(
    'add-product.references-exact',
    refuse('add_product', (call) => valueIn(call, 'reference').includes("'"), SYNTAX_ERROR),
  ),
  'reference with a quote breaks the SQL': breaks(
    'add-product.references-exact',
    refuse('add_product', (call) => valueIn(call, 'reference').includes('"'), SYNTAX_ERROR),
  ),
  'references compared without case': breaks(
    'add-product.references-exact',
    comparedBy((reference) => reference.toLowerCase()),
  ),
  'references compared without accents': breaks(
    'add-product.references-exact',
    comparedBy((reference) => reference.normalize('NFD').replace(/\p{M}/gu, '')),
  ),
  'names of the specification only': {
    breaks: ['add-product.prestashop-names', 'add-product.markup', 'add-product.entities'],
    because: 'their messages use the other names',
    spoil: refuse(
      'add_product',
      (call) => inXml('name', 'quantity')(call) && !inXml('nom', 'traductions', 'gammes')(call),
      'nom manque',
    ),
  },
  'translations refused': {
    breaks: ['add-product.translations', 'add-product.markup'],
    because: 'the example of the specification has translations',
    spoil: refuse('add_product', inXml('traductions'), 'élément traductions inconnu'),
  },
  'category prices refused': breaks(
    'add-product.category-prices',
    refuse('add_product', inXml('CategoriesTarifs'), 'élément CategoriesTarifs inconnu'),
  ),
  'image as base64 refused': breaks(
    'add-product.image',
    refuse('add_product', inXml('image'), 'image illisible'),
  ),
  'image as a file refused': breaks(
    'add-product.image',
    refuse(
      'add_product',
      ({ form }) =>
        form
          .get('image')
          ?.subarray(0, 20)
          .some((byte) => byte > 127) ?? false,
      'image illisible',
    ),
  ),
  'raw HTML refused': breaks(
    'add-product.markup',
    refuse(
      'add_product',
      ({ xml }) => MARKUP.test(xml.replace(/<gammes>[\s\S]*<\/gammes>/, '')),
      'data illisible : erreur de balise',
    ),
  ),
  'named entities refused': breaks(
    'add-product.entities',
    refuse(
      'add_product',
      ({ xml }) => /&(eacute|nbsp|euro|agrave);/.test(xml),
      'data illisible : entité inconnue',
    ),
  ),
  'bad numeric references refused': breaks(
    'add-product.entities',
    refuse(
      'add_product',
      ({ xml }) => /&#(0|x0|xAD25|x1F|x110000);/i.test(xml),
      'data illisible : xmlParseCharRef',
    ),
  ),
  'bytes that are no UTF-8 refused': breaks(
    'add-product.windows-1252',
    refuse(
      'add_product',
      ({ form }) => !isUtf8(form.get('data')),
      'data illisible : Input is not proper UTF-8',
    ),
  ),
  'unknown elements refused': breaks(
    'add-product.unknown-elements',
    refuse('add_product', ({ xml }) => /<xx_/.test(xml), 'élément inconnu'),
  ),
} satisfies DefectTable;

const isUtf8 = (data: Buffer | undefined): boolean =>
  data === undefined || Buffer.from(data.toString()).equals(data);
