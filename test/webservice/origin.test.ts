import { afterEach, beforeEach, expect, test } from 'vitest';
import { decorate } from '../../src/shop/decorate.ts';
import type { Operations } from '../../src/shop/operations.ts';
import { OPERATION_NAMES, OPERATIONS } from '../../src/shop/operations.ts';
import type { Shop } from '../../src/shop/shop.ts';
import { order } from '../../src/testing/contract/samples.ts';
import { KEY, type ServedEndpoint, serveEndpoint } from '../support/endpoint.ts';
import { post } from '../support/form.ts';

let served: ServedEndpoint;
let origins: unknown[];

/** Notes what each call that is no list ends with. */
function noting(inner: Shop): Shop {
  const changes = OPERATION_NAMES.filter((name) => OPERATIONS[name].kind !== 'list').map((name) => [
    name,
    (...parameters: readonly unknown[]): unknown => {
      origins.push(parameters.at(-1));
      return Reflect.apply(inner[name], inner, parameters);
    },
  ]);
  return decorate(inner, Object.fromEntries(changes) as Partial<Operations>);
}

beforeEach(async () => {
  origins = [];
  served = await serveEndpoint({ around: noting });
  await served.memory.seed.order(order('1'));
});
afterEach(() => served.close());

const GRILLE =
  '<grille src="s" ref="r"><id_product>A</id_product><price>1</price><reduction_type>amount</reduction_type></grille>';
const addressed = (resource: string, xml: string): string =>
  `<connecteur>${xml}<resource>${resource}</resource><key>${KEY}</key></connecteur>`;

test.each([
  ['add_product', '<connecteur><reference>A</reference></connecteur>'],
  ['orders', '<connecteur><id>1</id></connecteur>'],
  ['set_order_exported', '<connecteur><id>1</id></connecteur>'],
  ['add_tracking', '<connecteur><id>1</id><shipping_number>6A</shipping_number></connecteur>'],
  ['add_customer', '<clients><client><codetiers>C</codetiers></client></clients>'],
  ['add_grilles', `<grilles>${GRILLE}</grilles>`],
])('%s tells the shop that the ERP writes, and in which exchange', async (resource, data) => {
  const { text } = await post(served.url, [
    ['key', KEY],
    ['resource', resource],
    ['data', data],
  ]);
  expect(text).not.toContain('<error>');
  expect(origins).toEqual([{ by: 'erp', exchange: served.exchanges[0]?.id, trace: expect.anything() }]);
});

test('so does a bulk message that is held until all of it is here', async () => {
  await post(served.url, [['data', addressed('add_grilles', `<grilles>${GRILLE}</grilles>`)]]);
  expect(origins).toEqual([{ by: 'erp', exchange: served.exchanges[0]?.id, trace: expect.anything() }]);
});

test('so does a document that is pushed', async () => {
  const { status } = await post(served.url, [
    ['key', KEY],
    ['reference', 'FA001'],
    ['email', 'lee@bagues.fr'],
    ['pdf', Buffer.from('%PDF-1.4').toString('base64')],
  ]);
  expect(status).toBe(200);
  expect(origins).toEqual([{ by: 'erp', exchange: served.exchanges[0]?.id, trace: expect.anything() }]);
});
