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
};

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
      const transformed = await sheets.of(resource, moment)?.(Buffer.from(xml));
      expect(new TextDecoder().decode(transformed)).toContain(expected);
    }
  },
);
