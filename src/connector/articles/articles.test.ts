import { describe, expect, it } from 'vitest';
import { decimal, order } from '../../testing/contract/samples.ts';
import { article, EDITION, PROFILE } from '../testing/fixtures.ts';
import { prepareArticle, withStock } from './article.ts';
import { clientsOf } from './customer.ts';
import { orderForErp } from './order.ts';
import { documentForShop } from './sales-document.ts';
import { articleFromVariant, beyondBlock, withBlock } from './variants.ts';

const RULES = { profile: PROFILE, edition: EDITION };

describe('an article', () => {
  it('keeps as many category levels as its ERP has, with a warning', () => {
    const rules = { ...RULES, profile: { ...PROFILE, categoryLevels: 2 } };
    const deep = { ...article('A'), categoryPath: ['Jouets', 'Figurines', 'Hybrides'] };
    const { change, warnings } = prepareArticle(deep, rules);
    expect(change.categoryPath).toEqual(['Jouets', 'Figurines']);
    expect(warnings).toMatchObject([{ reason: 'category_path_cut', record: 'A', limit: 2 }]);
    expect(prepareArticle({ ...deep, categoryPath: ['Jouets', 'X'] }, rules).warnings).toEqual([]);
    expect(prepareArticle(deep, RULES).change).toEqual(deep);
  });

  it('has the prefix of its ERP before custom fields that lack it', () => {
    const rules = { ...RULES, profile: { ...PROFILE, customFieldPrefix: 'xx_' } };
    const custom = { ...article('A'), customFields: { xx_marque: 'Acme', saison: null } };
    expect(prepareArticle(custom, rules).change.customFields).toEqual({ xx_marque: 'Acme', xx_saison: null });
  });

  it('has prices per category only where both the ERP and the edition do', () => {
    const priced = { ...article('A'), categoryPrices: [{ category: 'Pro', netPrice: decimal('8') }] };
    expect(prepareArticle(priced, RULES).change).toEqual(priced);
    const edition = { ...EDITION, categoryPrices: false };
    expect(prepareArticle(priced, { ...RULES, edition }).change).not.toHaveProperty('categoryPrices');
    const profile = { ...PROFILE, categoryPrices: false };
    expect(prepareArticle(priced, { ...RULES, profile }).change).not.toHaveProperty('categoryPrices');
  });

  it('takes the stock level, and so do its variants', () => {
    const variants = [{ reference: 'V', axes: [], fields: { stock: decimal('1') } }];
    const stock = new Map([
      ['A', decimal('7')],
      ['V', decimal('-2')],
    ]);
    const joined = withStock({ ...article('A', { stock: decimal('3') }), variants }, stock);
    expect([joined.fields.stock, joined.variants?.[0]?.fields.stock]).toEqual(['7', '-2']);
    expect(withStock(article('B'), stock)).toEqual(article('B'));
  });
});

describe('a variant', () => {
  const block = {
    reference: 'V',
    axes: [{ name: 'Taille', value: 'L' }],
    fields: { netPrice: null, stock: decimal('4') },
  };
  const row = { ...article('V', { stock: decimal('9') }), parent: 'P', axes: block.axes };

  it('has beyond its block what the block does not say', () => {
    expect(beyondBlock(row, block)).toEqual({ reference: 'V', fields: { name: 'Article V' } });
    expect(
      beyondBlock({ reference: 'V', parent: 'P', fields: { stock: decimal('4') } }, block),
    ).toBeUndefined();
  });

  it('is without gammes an article, its own row before its block', () => {
    expect(withBlock({ reference: 'V', parent: 'P', fields: { ean13: '1' } }, block)).toEqual({
      reference: 'V',
      fields: { ean13: '1', stock: '4' },
    });
  });

  it('without a row takes its parent’s name and price, not its stock or code', () => {
    const parent = { ...article('P', { stock: decimal('99'), ean13: '1' }), categoryPath: ['Jouets'] };
    expect(articleFromVariant(parent, block)).toEqual({
      reference: 'V',
      fields: { name: 'Article P L', netPrice: '10', stock: '4' },
      categoryPath: ['Jouets'],
    });
  });
});

describe('a customer', () => {
  const contact = (email?: string) => ({ fields: { name: 'Lee', ...(email !== undefined && { email }) } });
  const customer = {
    code: 'C1',
    fields: { name: 'Bagues' },
    contacts: [contact('a@b.fr'), contact('c@d.fr')],
  };

  it('comes once per contact where its ERP does so', () => {
    expect(clientsOf(customer, PROFILE)).toEqual([customer]);
    const clients = clientsOf(customer, { ...PROFILE, clientPerContact: true });
    expect(clients.map(({ code, contacts }) => [code, contacts])).toEqual([
      ['C1', [contact('a@b.fr')]],
      ['C1', [contact('c@d.fr')]],
    ]);
  });

  it('stays whole when its contacts could not be told apart', () => {
    const nameless = { ...customer, contacts: [contact('a@b.fr'), contact()] };
    expect(clientsOf(nameless, { ...PROFILE, clientPerContact: true })).toEqual([nameless]);
  });
});

describe('an order', () => {
  it('comes to the ERP with what the edition and the ERP take over', () => {
    expect(orderForErp(order('1'), RULES)).toEqual(order('1'));
    const less = orderForErp(order('1'), {
      profile: { ...PROFILE, orderGammes: false },
      edition: { ...EDITION, orderCurrencyAndType: false },
    });
    expect(less).not.toHaveProperty('currency');
    expect(less).not.toHaveProperty('documentType');
    expect(less.documentState).toBe('confirmed');
    expect(Object.keys(less.lines[0] ?? {})).not.toContain('axis1');
  });
});

describe('a sales document', () => {
  const file = { type: 'application/pdf', bytes: Uint8Array.from([1]) } as const;
  const piece = { number: 'FA1', type: 'invoice', file, email: 'a@b.fr', erpId: '7' } as const;

  it('goes without file and recipient where the edition pushes none', () => {
    expect(documentForShop(piece, EDITION)).toEqual(piece);
    const edition = { ...EDITION, documentPush: false };
    expect(documentForShop(piece, edition)).toBeUndefined();
    const { id: _, reference: __, state: ___, excluded: ____, ...content } = order('1');
    expect(documentForShop({ ...piece, content }, edition)).toEqual({
      number: 'FA1',
      type: 'invoice',
      content,
    });
  });
});
