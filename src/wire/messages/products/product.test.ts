import { describe, expect, test } from 'vitest';
import type { Decimal } from '../../../domain/decimal.ts';
import type { ProductChange } from '../../../domain/product.ts';
import type { WireOptions, WireRequest } from '../codec.ts';
import { EMPTY_REQUEST, PLAIN_OPTIONS, posted, readXml } from '../testing/round-trip.ts';
import { addOptionCodec, updateProductCodec } from './product.ts';

const decode = (request: WireRequest, options: Partial<WireOptions> = {}) =>
  updateProductCodec.decodeRequest(request, { ...PLAIN_OPTIONS, ...options });

const document = (inside: string) =>
  readXml(`<connecteur>${inside}</connecteur>`, updateProductCodec.requestShape);

/** What `<reference>A</reference>` and the rest of a message say, with the warnings' reasons. */
function said(inside: string, options: Partial<WireOptions> = {}) {
  const decoded = decode(posted({}, document(`<reference>A</reference>${inside}`)), options);
  if (!decoded.ok) throw new Error(JSON.stringify(decoded.problem));
  const { reference: _, ...value } = decoded.value;
  return { value, warnings: decoded.warnings.map(({ reason, field }) => `${reason} ${field}`) };
}

const saysOnly = (value: Omit<ProductChange, 'reference'>) => ({ value, warnings: [] });

describe('POST and XML', () => {
  test('the XML wins, whatever the spelling', () => {
    const request = posted(
      { reference: 'A', tva: '20.00', nom: 'POST' },
      document('<tva>5.50</tva><name>XML</name>'),
    );
    expect(decode(request)).toMatchObject({
      value: { fields: { taxRate: '5.5', name: 'XML' } },
      warnings: [],
    });
  });

  test('but an empty XML value does not beat a filled POST value', () => {
    const request = posted({ reference: 'A', nom: 'POST' }, document('<reference> </reference><nom/>'));
    expect(decode(request)).toEqual({
      ok: true,
      value: { reference: 'A', fields: { name: 'POST' } },
      warnings: [],
    });
  });

  test('what routes the request is no field, and whatever is unknown is kept', () => {
    const request = posted(
      { reference: 'A', key: 'k', url: 'http://x', xx_a: '1', XX_B: '2' },
      document('<key>k</key><resource>update_product</resource><xx_b>3</xx_b><Marque>L&apos;Or</Marque>'),
    );
    expect(decode(request)).toMatchObject({
      value: { customFields: { xx_a: '1', xx_b: '3', Marque: "L'Or" } },
    });
  });

  test('a custom field named as a part of every object is a field like any other', () => {
    const { value } = said('<__proto__>x</__proto__><constructor>y</constructor>');
    expect(Object.entries(value.customFields ?? {})).toEqual([
      ['__proto__', 'x'],
      ['constructor', 'y'],
    ]);
  });
});

describe('absent, empty, value', () => {
  test('only what is said is in the change', () => {
    expect(said('<stock>4</stock>')).toEqual(saysOnly({ fields: { stock: '4' as Decimal } }));
  });

  test('empty is untouched: with a warning for price, stock, name and rate, silently elsewhere', () => {
    expect(
      said('<price></price><stock> </stock><nom/><tva/><UPC/><poids/><desc_longue/><actif/><xx_a/>'),
    ).toEqual({
      value: { fields: {} },
      warnings: ['empty_ignored price', 'empty_ignored nom', 'empty_ignored tva', 'empty_ignored stock'],
    });
  });

  test('empty clears the fields that the options name', () => {
    const clearable = new Set(['upc', 'description', 'categoryPath', 'priceLevels', 'image', 'xx_a']);
    expect(
      said('<UPC/><desc_longue/><desc_courte/><categories_name_0/><p_vente2/><image/><xx_a/><xx_b/>', {
        clearable,
      }),
    ).toEqual(
      saysOnly({
        fields: { upc: null, description: null },
        categoryPath: [],
        priceLevels: { 2: null },
        image: null,
        customFields: { xx_a: null },
      }),
    );
  });
});

describe('values', () => {
  test('both vocabularies, mixed, in any case and with accents', () => {
    expect(
      said(
        '<Nom>N</Nom><description>D</description><P_VENTE>1,5</P_VENTE><quantity>-2</quantity><Actif>-1</Actif>',
      ),
    ).toEqual(
      saysOnly({
        fields: {
          name: 'N',
          description: 'D',
          netPrice: '1.5' as Decimal,
          stock: '-2' as Decimal,
          active: true,
        },
      }),
    );
  });

  test('of two spellings with different values the universal one holds, with a warning', () => {
    expect(said('<price>2</price><p_vente>1.00</p_vente><stock>3</stock><quantity>3.0</quantity>')).toEqual({
      value: { fields: { netPrice: '1', stock: '3' } },
      warnings: ['rival_ignored p_vente'],
    });
  });

  test('escaped quotes are undone in texts, never in codes, and not at all when the option is off', () => {
    const inside = "<nom>Bague\\'s en or </nom><EAN13>A\\'B</EAN13>";
    expect(said(inside).value.fields).toEqual({ name: "Bague's en or ", ean13: "A\\'B" });
    expect(said(inside, { unescapeQuotes: false }).value.fields.name).toBe("Bague\\'s en or ");
  });

  test('a path of categories ends at its first empty level', () => {
    expect(
      said(
        '<categories_name_1>Bagues</categories_name_1><categories_name_0>Bijoux</categories_name_0>' +
          '<categories_name_2/><categories_name_3>Or</categories_name_3>',
      ),
    ).toEqual(saysOnly({ fields: {}, categoryPath: ['Bijoux', 'Bagues'] }));
  });

  test('price levels and prices by category', () => {
    expect(
      said(
        '<p_vente2>12,5</p_vente2><p_vente3/><CategoriesTarifs><CategoriesTarif><Nom>Grossistes</Nom><Prix>312</Prix>' +
          '</CategoriesTarif><CategoriesTarif><Nom>Détail</Nom><Prix/></CategoriesTarif></CategoriesTarifs>',
      ),
    ).toEqual({
      value: {
        fields: {},
        priceLevels: { 2: '12.5' },
        categoryPrices: [{ category: 'Grossistes', netPrice: '312' }],
      },
      warnings: ['empty_ignored Prix', 'empty_ignored p_vente3'],
    });
  });

  test('what is unknown beside a category’s price is kept with its place', () => {
    const price = '<Nom>Gros</Nom><Prix>3</Prix><Remise>5</Remise>';
    expect(
      said(`<CategoriesTarifs><CategoriesTarif>${price}</CategoriesTarif></CategoriesTarifs>`).value,
    ).toMatchObject({ customFields: { 'CategoriesTarifs/Gros/Remise': '5' } });
  });

  test('dimensions and weight are turned into cm and kg', () => {
    const units = { centimetresPerUnit: '0.1' as Decimal, kilogramsPerUnit: '0.001' as Decimal };
    expect(said('<largeur>125</largeur><poids>3</poids>', units).value.fields).toEqual({
      width: '12.5',
      weight: '0.003',
    });
  });

  test('translations: both vocabularies, and what is unknown is kept with its place', () => {
    expect(
      said('<traductions><en-gb><nom>Ring</nom><description/><xx_a>b</xx_a></en-gb><de/></traductions>'),
    ).toEqual(
      saysOnly({
        fields: {},
        translations: { 'en-gb': { name: 'Ring' } },
        customFields: { 'traductions/en-gb/xx_a': 'b' },
      }),
    );
  });
});

describe('a tax group is an id, never a rate', () => {
  const taxGroups = new Map([['1', '20' as Decimal]]);

  test('mapped, it gives the rate; a rate that is said outright wins', () => {
    expect(said('<id_tax_rules_group>1</id_tax_rules_group>', { taxGroups })).toEqual(
      saysOnly({ fields: { taxRate: '20' as Decimal } }),
    );
    expect(
      said('<id_tax_rules_group>1</id_tax_rules_group><tva>5.5</tva>', { taxGroups }).value.fields,
    ).toEqual({
      taxRate: '5.5',
    });
  });

  test('unmapped, it is kept as a custom field and the rate is left alone, with a warning', () => {
    expect(said('<id_tax_rules_group>2</id_tax_rules_group>', { taxGroups })).toEqual({
      value: { fields: {}, customFields: { id_tax_rules_group: '2' } },
      warnings: ['tax_group_unmapped id_tax_rules_group'],
    });
  });
});

describe('the image', () => {
  const gif = Uint8Array.from(Buffer.from('GIF89a...'));
  const base64 = Buffer.from(gif).toString('base64');

  test('comes as a file part, as base64 in the XML or in a POST variable', () => {
    const expected = { value: { reference: 'A', image: { type: 'image/gif', bytes: gif } }, warnings: [] };
    const files = new Map([['image', gif]]);
    expect(decode({ ...posted({ reference: 'A' }), files })).toMatchObject(expected);
    expect(decode(posted({ reference: 'A', image: base64 }))).toMatchObject(expected);
    expect(decode(posted({ reference: 'A' }, document(`<image>${base64}</image>`)))).toMatchObject(expected);
  });

  test('a file part counts where the XML holds only its name', () => {
    const files = new Map([['image', gif]]);
    const request = { ...posted({ reference: 'A' }, document('<image>photo.gif</image>')), files };
    expect(decode(request)).toMatchObject({ value: { image: { type: 'image/gif' } }, warnings: [] });
  });

  test('one that is none is refused alone', () => {
    expect(said('<image>photo.jpg</image><stock>1</stock>')).toEqual({
      value: { fields: { stock: '1' } },
      warnings: ['image_refused image'],
    });
  });

  test('an empty one is untouched', () => {
    expect(said('<image/>')).toEqual(saysOnly({ fields: {} }));
    expect(decode({ ...posted({ reference: 'A' }), files: new Map([['image', new Uint8Array()]]) })).toEqual({
      ok: true,
      value: { reference: 'A', fields: {} },
      warnings: [],
    });
  });
});

describe('errors name the field as the sender spelled it, and the record', () => {
  test.each([
    ['<P_Vente>dix</P_Vente>', { reason: 'not_a_number', field: 'P_Vente', value: 'dix' }],
    ['<active>peut-être</active>', { reason: 'not_a_boolean', field: 'active', value: 'peut-être' }],
    ['<p_vente4>x</p_vente4>', { reason: 'not_a_number', field: 'p_vente4', value: 'x' }],
  ])('%s', (inside, problem) => {
    expect(decode(posted({}, document(`<reference>A</reference>${inside}`)))).toEqual({
      ok: false,
      problem: { entity: 'product', record: 'A', ...problem },
    });
  });

  test('a message without a reference', () => {
    const missing = {
      ok: false,
      problem: { reason: 'field_missing', entity: 'product', field: 'reference' },
    };
    expect(decode(EMPTY_REQUEST)).toEqual(missing);
    expect(decode(posted({ reference: ' ' }))).toEqual(missing);
  });
});

test('the parent of an option is `product_reference`; of a product that is a field like any other', () => {
  const request = posted({ reference: 'A', product_reference: ' P ' });
  expect(addOptionCodec.decodeRequest(request, PLAIN_OPTIONS)).toMatchObject({ value: { parent: 'P' } });
  expect(decode(request)).toMatchObject({ value: { customFields: { product_reference: ' P ' } } });
});
