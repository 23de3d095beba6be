import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openSheets } from '../../src/sheets/sheets.ts';
import { temporaryFolder } from '../support/temporary.ts';

const PAGE = readFileSync(new URL('../../docs/transforms.md', import.meta.url), 'utf8');
const SECTION = PAGE.slice(PAGE.indexOf('### Recipes as sheets'), PAGE.indexOf('## Recipes\n'));
const [, HEAD = ''] = /begins so:\n\n```xml\n([\s\S]*?)```/.exec(SECTION) ?? [];
const RECIPES = new Map(
  Array.from(SECTION.matchAll(/`([\w.]+\.xsl)`:\n\n```xml\n([\s\S]*?)```/g), ([, name = '', text = '']) => [
    name,
    HEAD + text,
  ]),
);

/** Of the same page, as hooks or field maps. */
const TITLES = Array.from(
  PAGE.slice(PAGE.indexOf('## Recipes\n')).matchAll(/^### (.+)$/gm),
  ([, title = '']) => title,
);
const [, WITHOUT = ''] = /^The others cannot be sheets:$([\s\S]*)/m.exec(SECTION) ?? [];

const order = (client: string, company: string, carrier: string): string =>
  `<connecteur><order><facturation><company>${company}</company></facturation><client>${client}</client><commande><livreur>${carrier}</livreur></commande><produits><product><product_name>Pot</product_name></product></produits></order></connecteur>`;

interface Check {
  readonly resource: string;
  readonly moment: 'request' | 'reply';
  /** What goes in, and what of it must come out. */
  readonly cases: readonly (readonly [xml: string, expected: string])[];
}

const product = (fields: string): string => `<connecteur><reference>A</reference>${fields}</connecteur>`;
const PRODUCT = { resource: 'update_product', moment: 'request' } as const;
const ORDER = { resource: 'orders', moment: 'reply' } as const;

const CHECKS: Readonly<Record<string, Check>> = {
  'SDK_1_products_edit_before.xsl': {
    ...PRODUCT,
    cases: [
      [product('<stock>4.5</stock>'), '<stock>0</stock>'],
      [product('<quantity>5</quantity>'), '<quantity>5</quantity>'],
    ],
  },
  'update_product.request.xsl': {
    ...PRODUCT,
    cases: [[product('<xx_codebarre>3760</xx_codebarre>'), '<EAN13>3760</EAN13></connecteur>']],
  },
  'SDK_2_orders_get_after.xsl': {
    ...ORDER,
    cases: [
      [
        order('<id>7</id><lastname>L</lastname>', '', ''),
        '<id>7</id><code_erp>COMPTOIR</code_erp><lastname>',
      ],
      [order('<id>7</id>', 'Acme', ''), '<client><id>7</id></client>'],
      [
        order('<id>7</id><code_erp>B</code_erp>', '', ''),
        '<client><id>7</id><code_erp>B</code_erp></client>',
      ],
    ],
  },
  'orders.reply.xsl': {
    ...ORDER,
    cases: [
      [order('', '', 'Retrait'), '<order><no_import/><facturation>'],
      [order('', '', 'Colissimo'), '<order><facturation>'],
    ],
  },
  'SDK_3_orders_get_after.xsl': {
    ...ORDER,
    cases: [[order('', '', ''), '<product><designation>Pot</designation><unite>PCE</unite></product>']],
  },
  'SDK_4_products_edit_before.xsl': {
    ...PRODUCT,
    cases: [
      [
        product('<p_vente2>9</p_vente2><p_vente3/><p_vente4>7</p_vente4>'),
        '<p_vente4>7</p_vente4><CategoriesTarifs><CategoriesTarif><Nom>Revendeurs</Nom><Prix>9</Prix></CategoriesTarif></CategoriesTarifs></connecteur>',
      ],
      [product('<p_vente>9</p_vente>'), '<reference>A</reference><p_vente>9</p_vente></connecteur>'],
    ],
  },
  'SDK_5_products_edit_before.xsl': {
    ...PRODUCT,
    cases: [
      [product('<p_vente>1 234,567</p_vente>'), '<p_vente>1234.57</p_vente>'],
      [product('<price>2</price>'), '<price>2.00</price>'],
      [product('<p_vente/>'), '<p_vente/>'],
    ],
  },
  'SDK_1_products_add_before.xsl': {
    ...PRODUCT,
    resource: 'add_product',
    cases: [
      [
        product('<categories_name_0/>'),
        '</reference><categories_name_0>Nouveautés</categories_name_0></connecteur>',
      ],
      [product(''), '</reference><categories_name_0>Nouveautés</categories_name_0></connecteur>'],
      [
        product('<categories_name_0>Jeux</categories_name_0>'),
        '<categories_name_0>Jeux</categories_name_0></connecteur>',
      ],
    ],
  },
  'add_product.request.xsl': {
    ...PRODUCT,
    resource: 'add_product',
    cases: [
      [product('<actif>1</actif><nom>N</nom>'), '</reference><nom>N</nom><actif>0</actif></connecteur>'],
      [product(''), '</reference><actif>0</actif></connecteur>'],
    ],
  },
  'SDK_6_products_edit_before.xsl': {
    ...PRODUCT,
    cases: [[product('<actif>1</actif><nom>N</nom>'), '</reference><nom>N</nom></connecteur>']],
  },
  'SDK_7_products_edit_before.xsl': {
    ...PRODUCT,
    cases: [
      [product('<p_vente>0,00</p_vente>'), 'sheet_refused: this article has no price yet'],
      [product('<p_vente>0,01</p_vente>'), '<p_vente>0,01</p_vente>'],
      [product('<p_vente/>'), '<p_vente/>'],
    ],
  },
  'SDK_4_orders_get_after.xsl': {
    ...ORDER,
    cases: [
      [order('', '', 'Colissimo'), '<livreur>Colissimo</livreur><code_transporteur>COL</code_transporteur>'],
      [order('', '', 'DPD'), '<livreur>DPD</livreur><code_transporteur/>'],
      ['<c><payment>Virement</payment></c>', '<payment>VIR</payment>'],
      ['<c><payment>Chèque</payment></c>', '<payment>AUT</payment>'],
      ['<c><date_add>2026-03-22 10:09:22</date_add></c>', '<jour>22/03/2026</jour>'],
    ],
  },
};

test('each recipe of the page is a sheet too, or says why it cannot be one', () => {
  const reasons = TITLES.filter((title) => WITHOUT.includes(`| ${title} | `));
  const sheets = TITLES.filter((title) => SECTION.includes(`\n${title}`));
  expect(reasons.length + sheets.length).toBe(TITLES.length);
  expect([...reasons, ...sheets].sort()).toEqual([...TITLES].sort());
});

test('every sheet of the page is checked', () => {
  expect([...RECIPES.keys()].sort()).toEqual(Object.keys(CHECKS).sort());
});

test.each(Object.entries(CHECKS))(
  'the page’s %s does what is said',
  async (name, { resource, moment, cases }) => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, name), RECIPES.get(name) ?? '');
    const sheets = await openSheets({ folder, timeoutMs: 5000, mostBytes: 1 << 20 });
    onTestFinished(() => sheets.close());
    for (const [xml, expected] of cases) {
      const transformed = await sheets
        .of(
          resource,
          moment,
        )?.(Buffer.from(xml))
        .then((bytes) => new TextDecoder().decode(bytes))
        .catch(({ problem }) => `${problem.reason}: ${problem.expected}`);
      expect(transformed).toContain(expected);
    }
  },
);
