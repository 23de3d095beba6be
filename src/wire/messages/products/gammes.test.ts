import { expect, test } from 'vitest';
import { PLAIN_OPTIONS, posted, readXml } from '../testing/round-trip.ts';
import { addProductCodec } from './product.ts';

function decode(inside: string, block = 'gammes') {
  const xml = `<connecteur><reference>P</reference><${block}>${inside}</${block}></connecteur>`;
  return addProductCodec.decodeRequest(posted({}, readXml(xml, addProductCodec.requestShape)), PLAIN_OPTIONS);
}

const axis = (name: string, value: string, more = '') =>
  `<${name}><name>${name}</name><value>${value}</value>${more}</${name}>`;

test.each(['gammes', 'gamme'])('SKUs come through <%s> whatever they are made of', (block) => {
  const skus = ['7412AGSVW', 'AB 12/L', 'É&O-1'];
  const inside = skus.map((sku) => `<${sku}>${axis('Taille', 'L')}</${sku}>`).join('');
  expect(decode(inside, block)).toMatchObject({
    value: { variants: skus.map((reference) => ({ reference })) },
  });
});

test('two axes repeat one price, stock and weight, in either vocabulary', () => {
  const inside =
    axis('Couleur', 'Bleu', '<quantity>-1</quantity><p_vente>55</p_vente><weight>0.2</weight>') +
    axis('Taille', 'XL', '<stock>-1.0</stock><price>55,00</price><poids>0.2</poids>');
  expect(decode(`<V>${inside}</V>`)).toEqual({
    ok: true,
    value: {
      reference: 'P',
      fields: {},
      variants: [
        {
          reference: 'V',
          axes: [
            { name: 'Couleur', value: 'Bleu' },
            { name: 'Taille', value: 'XL' },
          ],
          fields: { stock: '-1', netPrice: '55', weight: '0.2' },
        },
      ],
    },
    warnings: [],
  });
});

test('where the axes differ the first is believed, with a warning', () => {
  const inside =
    axis('Couleur', 'Bleu', '<p_vente>5</p_vente>') + axis('Taille', 'L', '<p_vente>6</p_vente>');
  expect(decode(`<V>${inside}</V>`)).toMatchObject({
    value: { variants: [{ fields: { netPrice: '5' } }] },
    warnings: [{ reason: 'rival_ignored', record: 'P', field: 'p_vente' }],
  });
});

test('a price of 0 means no own price; an empty one is untouched', () => {
  expect(decode(`<V>${axis('T', 'L', '<p_vente>0.00</p_vente>')}</V>`)).toMatchObject({
    value: { variants: [{ fields: { netPrice: null } }] },
  });
  expect(decode(`<V>${axis('T', 'L', '<p_vente/>')}</V>`)).toMatchObject({
    value: { variants: [{ fields: {} }] },
    warnings: [{ reason: 'empty_ignored', field: 'p_vente' }],
  });
});

test('an axis whose value got lost is left out, with a warning', () => {
  expect(decode('<V><Taille><name>Taille</name><value/></Taille></V>')).toMatchObject({
    value: { variants: [{ axes: [] }] },
    warnings: [{ reason: 'empty_ignored', field: 'Taille/value' }],
  });
});

test('an axis without a <name> is named by its element', () => {
  expect(decode('<V><Type de bois><value>Chêne</value></Type de bois></V>')).toMatchObject({
    value: { variants: [{ axes: [{ name: 'Type de bois', value: 'Chêne' }] }] },
  });
});

test('what is unknown inside an axis is kept with its place', () => {
  expect(decode(`<V>${axis('T', 'L', '<EAN13>321</EAN13>')}</V>`)).toMatchObject({
    value: { customFields: { 'gammes/V/EAN13': '321' } },
  });
});

test('of an SKU that comes twice the last holds, with a warning', () => {
  expect(decode(`<V>${axis('T', 'S')}</V><V>${axis('T', 'L')}</V>`)).toMatchObject({
    value: { variants: [{ reference: 'V', axes: [{ value: 'L' }] }] },
    warnings: [{ reason: 'duplicate_in_message', field: 'V' }],
  });
});

test('a number that is none refuses the product, naming the field', () => {
  expect(decode(`<V>${axis('T', 'S', '<quantity>beaucoup</quantity>')}</V>`)).toMatchObject({
    ok: false,
    problem: { reason: 'not_a_number', record: 'P', field: 'quantity', value: 'beaucoup' },
  });
});
