import { type Decimal, multiply, round } from '../../src/domain/decimal.ts';
import type { Axis, Product, ProductFields } from '../../src/domain/product.ts';
import { createRandom, type Random } from './random.ts';
import { decimal, ean13, euros } from './values.ts';
import { LINES, type Line, type Words } from './words.ts';

/** All products that are no variants, then all variants: the order in which a store gives them back. */
export function sampleProducts(): readonly Product[] {
  const random = createRandom(2019);
  const all = LINES.flatMap((line) => productsOfLine(line, random));
  const numbered = all.map((product, index) => ({
    ...product,
    fields: { ...product.fields, ean13: ean13(index + 1) },
  }));
  const ofKind = (kind: Product['kind']) => numbered.filter((product) => product.kind === kind);
  return [...ofKind('product'), ...ofKind('variant')];
}

function productsOfLine(line: Line, random: Random): readonly Product[] {
  const choices = line.first.flatMap((first) =>
    (line.second ?? [undefined]).map((second, step) => ({ first, second, step })),
  );
  return choices.flatMap(({ first, second, step }, index) => {
    const reference = `${line.code}${String(index + 1).padStart(4, '0')}`;
    const names = nameWords(line.name, first, second);
    const product = plainProduct(line, { reference, names, step, random });
    return [product, ...variantsOf(product, line, random)];
  });
}

function nameWords(name: Words, first: Words, second: Words | undefined): Words {
  const french = [name[0], first[0], second?.[0]].filter((word) => word !== undefined).join(' ');
  if (name[1] === undefined || first[1] === undefined) return [french];
  return [french, [name[1], first[1], second?.[1]].filter((word) => word !== undefined).join(', ')];
}

interface Item {
  readonly reference: string;
  readonly names: Words;
  readonly step: number;
  readonly random: Random;
}

function plainProduct(line: Line, { reference, names, step, random }: Item): Product {
  const netPrice = euros(line.cents + step * (line.step ?? 0));
  return {
    id: '',
    reference,
    kind: 'product',
    fields: {
      ...texts(names[0], line),
      netPrice,
      taxRate: decimal(line.tax),
      ...(line.ecotax !== undefined && { ecotax: euros(line.ecotax) }),
      stock: decimal(line.colours ? 0 : random.oneIn(12) ? 0 : 1 + random.integer(120)),
      weight: decimal(((line.grams * (1 + step)) / 1000).toString()),
      active: !random.oneIn(40),
      available: true,
    },
    categoryPath: line.path,
    axes: [],
    translations: names[1] === undefined ? {} : { en: translation(names[1]) },
    priceLevels: random.oneIn(4) ? { 2: share(netPrice, '0.95'), 3: share(netPrice, '0.9') } : {},
    categoryPrices: random.oneIn(6)
      ? [
          { category: 'Grossistes', netPrice: share(netPrice, '0.7') },
          { category: 'Revendeurs', netPrice: share(netPrice, '0.8') },
        ]
      : [],
    customFields: random.oneIn(5)
      ? { xx_origine: random.pick(['Alsace', 'Bretagne', 'Jura', 'Provence']) }
      : {},
  };
}

const share = (price: Decimal, factor: string): Decimal => round(multiply(price, decimal(factor)), 2);

const texts = (name: string, { path }: Line): Partial<ProductFields> => ({
  name,
  description: `<p><strong>${name}</strong>.</p><p>Un article de notre rayon ${path.at(-1)}, choisi pour durer.</p>`,
  shortDescription: `${name}, ${path[0].toLowerCase()}`,
  metaTitle: `${name} | Boutique d’exemple`,
});

const translation = (name: string) => ({
  name,
  description: `<p><strong>${name}</strong>.</p><p>Chosen to last.</p>`,
});

function variantsOf(
  parent: Product,
  { colours = [], sizes = [''] }: Line,
  random: Random,
): readonly Product[] {
  return colours.flatMap((colour) =>
    sizes.map((size, index): Product => {
      const axes: readonly Axis[] = [
        { name: 'Couleur', value: colour[0] },
        ...(size === '' ? [] : [{ name: 'Taille', value: size }]),
      ];
      const { netPrice, weight, taxRate } = parent.fields;
      return {
        ...parent,
        reference: [parent.reference, colourCode(colour), size].filter((part) => part !== '').join('-'),
        kind: 'variant',
        parent: parent.reference,
        fields: {
          name: `${parent.fields.name} ${axes.map(({ value }) => value).join(' ')}`,
          // Only the largest size costs more; the others have the parent's price.
          ...(netPrice && index > 0 && index === sizes.length - 1 && { netPrice: share(netPrice, '1.1') }),
          ...(taxRate && { taxRate }),
          stock: decimal(random.oneIn(8) ? 0 : 1 + random.integer(40)),
          ...(weight && { weight }),
          active: true,
        },
        categoryPath: [],
        axes,
        translations: {},
        priceLevels: {},
        categoryPrices: [],
        customFields: {},
      };
    }),
  );
}

const colourCode = ([name]: Words): string =>
  name
    .normalize('NFD')
    .replace(/[^A-Za-z]/g, '')
    .slice(0, 4)
    .toUpperCase();
