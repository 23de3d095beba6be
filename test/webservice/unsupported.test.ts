import { afterEach, expect, test } from 'vitest';
import { withinCapabilities } from '../../src/decorators/within-capabilities/within-capabilities.ts';
import { ALL_CAPABILITIES, type Capabilities } from '../../src/shop/capabilities.ts';
import { decorate } from '../../src/shop/decorate.ts';
import { KEY, type ServedEndpoint, serveEndpoint } from '../support/endpoint.ts';
import { post } from '../support/form.ts';

let served: ServedEndpoint | undefined;
afterEach(() => served?.close());

async function serveLess(changes: Partial<Capabilities>): Promise<ServedEndpoint> {
  const capabilities = { ...ALL_CAPABILITIES, ...changes };
  served = await serveEndpoint({ around: (shop) => withinCapabilities(decorate(shop, { capabilities })) });
  return served;
}

const call = ({ url }: ServedEndpoint, resource: string, data: string) =>
  post(url, [
    ['key', KEY],
    ['resource', resource],
    ['data', data],
  ]);

const grille =
  '<grille src="cli_prod" ref="R1"><id_product>A</id_product><price>1</price><reduction_type>amount</reduction_type></grille>';

// More than any buffer on the way holds: a sender that nobody reads must not be left waiting.
test.each([
  ['small', 1],
  ['large', 40_000],
])('a %s price list for a shop without price rules is refused, not left waiting', async (_, count) => {
  const endpoint = await serveLess({ priceRules: false });
  const { status, text } = await call(endpoint, 'add_grilles', `<grilles>${grille.repeat(count)}</grilles>`);
  expect([status, text]).toEqual([200, expect.stringContaining('This shop cannot keep "priceRules".')]);
  expect(endpoint.exchanges[0]).toMatchObject({ outcome: 'refused', problem: { reason: 'unsupported' } });
});

test('a tracking number for a shop without tracking is refused', async () => {
  const data = '<connecteur><id>1</id><shipping_number>6A</shipping_number></connecteur>';
  const { text } = await call(await serveLess({ tracking: false }), 'add_tracking', data);
  expect(text).toContain('This shop cannot keep "tracking".');
});

test('a field that the shop does not keep is told in the journal, and the product is saved', async () => {
  const endpoint = await serveLess({ productFields: ['name', 'netPrice'] });
  const data = '<connecteur><reference>A</reference><nom>Lampe</nom><EAN13>3</EAN13></connecteur>';
  const { text } = await call(endpoint, 'add_product', data);
  expect(text).not.toContain('<error>');
  expect((await endpoint.memory.reader.product('A'))?.fields).toEqual({ name: 'Lampe' });
  expect(endpoint.exchanges[0]).toMatchObject({
    outcome: 'warning',
    warnings: [{ reason: 'field_not_kept', record: 'A', field: 'EAN13' }],
  });
});

test('a price that is too large for the shop is refused in the protocol’s words', async () => {
  const endpoint = await serveLess({ digits: { money: { precision: 6, scale: 2 } } });
  const data = '<connecteur><reference>A</reference><p_vente>12345</p_vente></connecteur>';
  const { text } = await call(endpoint, 'add_product', data);
  expect(text).toContain('product A: "p_vente" is 12345: this shop keeps 4 digits at most before the point.');
});

test('a shop without variants lists none', async () => {
  const { text } = await call(await serveLess({ variants: false }), 'options_list', '');
  expect(text).toContain('<options_list');
  expect(text).not.toContain('<error>');
});
