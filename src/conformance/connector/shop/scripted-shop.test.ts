import { parseXml } from '@rgrove/parse-xml';
import { describe, expect, it } from 'vitest';
import { PROFILE_NAMES, type ProfileName } from '../../requirement.ts';
import { readCall } from '../request/call.ts';
import { createCatalogue } from './catalogue.ts';
import { SCRIPTED_ORDERS } from './orders.ts';
import { createScriptedShop } from './scripted-shop.ts';

function createShop(profile: ProfileName) {
  const catalogue = createCatalogue({ product: ['MINE'], option: [] });
  const shop = createScriptedShop({ catalogue, profile, language: 'fr', key: 'k' });
  return (query: string) =>
    shop.answer(
      readCall({
        method: 'POST',
        target: '/',
        contentType: 'application/x-www-form-urlencoded',
        contentEncoding: '',
        body: Buffer.from(`key=k&${query}`),
        overlaps: false,
      }),
      { act: 'unavailable', run: 1 },
    );
}

describe.each(PROFILE_NAMES)('the scripted shop in %s', (profile) => {
  const queries = [
    'resource=products_list&limit=0,2',
    'resource=options_list',
    'resource=orders_list',
    'resource=customers_list',
    'resource=nothing',
    'resource=set_order_exported&id=70001',
    'resource=add_tracking&id=70001&shipping_number=1',
    ...SCRIPTED_ORDERS.map(({ id }) => `resource=orders&id=${id}`),
  ];

  it.each(queries)('answers well-formed XML to %s', (query) => {
    const { body } = createShop(profile)(query);
    expect(parseXml(body).root?.name).toBe('connecteur');
  });

  it('refuses a wrong key', () => {
    expect(createShop(profile)('key=other&resource=orders_list').outcome).toBe('refused');
  });
});

describe('the scripted shop', () => {
  it('spells as its profile does', () => {
    const [v3, kit, samples] = PROFILE_NAMES.map(createShop);
    expect(v3?.('resource=orders_list').body).toContain('<orders_list><order><id>70001</id>');
    expect(kit?.('resource=orders_list').body).toContain('<connecteur><orders_list><id>70001</id>');
    expect(kit?.('resource=orders&id=70001').body).toContain('<date_add>22/03/2026</date_add>');
    expect(kit?.('resource=orders&id=70003').body).not.toContain('code_erp');
    expect(v3?.('resource=orders&id=70003').body).toContain('code_erp');
    expect(samples?.('resource=set_order_exported&id=70001').body).toContain('<orders_list><id>');
    expect(samples?.('resource=nothing').status).toBe(400);
  });

  it('gives its orders the states that the connector asks for, and a confirmed one no longer', () => {
    const ask = createShop('v3');
    expect(ask('resource=orders_list&filter=A,B').body).toMatch(/<current_state>A<.*<current_state>B</);
    ask('resource=set_order_exported&id=70001&statut_final=Z');
    expect(ask('resource=orders_list').orderIds).not.toContain('70001');
    expect(ask('resource=orders_list&filter=Z').orderIds).toContain('70001');
  });

  it('lists in slices what it was named, what it makes up and what was added', () => {
    const ask = createShop('v3');
    expect(ask('resource=products_list&limit=0,1').body).toContain('<reference>MINE</reference>');
    const before = ask('resource=products_list').rows ?? 0;
    expect(before).toBeGreaterThan(1_000);
    ask('resource=add_product&reference=NEW');
    expect(ask(`resource=products_list&limit=${before},500`).body).toContain('<reference>NEW</reference>');
    expect(ask('resource=update_product&reference=NONE').outcome).toBe('refused');
  });
});
