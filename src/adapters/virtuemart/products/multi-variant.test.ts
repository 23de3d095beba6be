import { describe, expect, it } from 'vitest';
import { axesOf, formatMultiVariant, NO_CHOICE, parseMultiVariant, reshaped } from './multi-variant.ts';

const axes = (colour: string, size: string) => [
  { name: 'Couleur', value: colour },
  { name: 'Taille', value: size },
];
const FAMILY = { parent: 1, variants: [2, 3] };

describe('a product’s choice of variants', () => {
  const made = reshaped(NO_CHOICE, {
    ...FAMILY,
    axes: new Map([
      [2, axes('Bleu', 'L')],
      [3, axes('Rouge|vif', 'L')],
    ]),
  });

  it('is written as VirtueMart has it: a column an axis, with its values, and a row a variant', () => {
    expect(formatMultiVariant(made)).toBe(
      'usecanonical="0"|showlabels="0"|sCustomId=""|clabels="0"|' +
        'selectoptions=[{"voption":"clabels","clabel":"Couleur","values":"Bleu\\r\\nRouge\\u007cvif"},' +
        '{"voption":"clabels","clabel":"Taille","values":"L"}]|' +
        'options={"1":["",""],"2":["Bleu","L"],"3":["Rouge\\u007cvif","L"]}|',
    );
  });

  it('comes back as it was written', () => {
    const read = parseMultiVariant(formatMultiVariant(made));
    expect(read).toEqual(made);
    expect(axesOf(read, 3)).toEqual(axes('Rouge|vif', 'L'));
    expect(axesOf(read, 9)).toEqual([]);
  });

  it('loses the columns and values that nobody has, and the rows of those that are no variants', () => {
    const onlyColour = new Map([2, 3].map((id) => [id, [{ name: 'Couleur', value: 'Vert' }]]));
    const after = reshaped(made, { ...FAMILY, axes: onlyColour });
    expect(after.columns).toEqual([{ voption: 'clabels', clabel: 'Couleur', values: 'Vert' }]);
    const { columns, rows } = reshaped(made, { parent: 1, variants: [3], axes: new Map() });
    expect([[...rows.keys()], columns[0]?.values]).toEqual([[1, 3], 'Rouge|vif']);
    expect(reshaped(made, { parent: 1, variants: [], axes: new Map() }).columns).toEqual([]);
  });

  it('keeps the columns that a person chose, which are attributes of the product, and what else it says', () => {
    const byHand = parseMultiVariant(
      'usecanonical="1"|browseajax="1"|selectoptions=[{"voption":"product_sku","clabel":"","values":""}]|options={"2":["A-2"]}|',
    );
    const after = reshaped(byHand, { ...FAMILY, axes: new Map([[2, [{ name: 'T', value: 'L' }]]]) });
    expect(after.columns.map(({ voption }) => voption)).toEqual(['product_sku', 'clabels']);
    expect(after.rows.get(2)).toEqual(['A-2', 'L']);
    expect(after.others).toMatchObject({ usecanonical: '"1"', browseajax: '"1"' });
  });

  it.each([null, '', 'nonsense', 'selectoptions=[|options={|', 'options=3|selectoptions="x"|'])(
    '%j is none',
    (text) => {
      const { columns, rows } = parseMultiVariant(text);
      expect([columns, rows.size]).toEqual([[], 0]);
    },
  );
});
