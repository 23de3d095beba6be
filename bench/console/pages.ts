import { formatCursor } from '../../src/api/lists/cursor.ts';
import { referenceOf } from '../product-message.ts';
import type { Visitor } from './visitor.ts';

/** A call that a page of the console makes. */
export interface PageCall {
  readonly page: string;
  readonly path: string;
}

const API = '/api/v1';
const HOUR_MS = 3_600_000;
const LIST = 'fields=reference,name,image,category,netPrice,stock,active,available';
const ORDER_LIST = 'fields=id,reference,state,placedAt,currency,customer,totals,handOver';
const PROBLEMS = 'outcome=refused,failed';
const FINE = 'outcome=success,unchanged';
const REMARKS = 'outcome=warning,partly';

const ago = (hours: number): string => new Date(Date.now() - hours * HOUR_MS).toISOString();

/** Behind all exchanges that are so old. */
const idBefore = (hours: number): string => {
  const time = (Date.now() - hours * HOUR_MS).toString(16).padStart(12, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}`;
};

interface Listed {
  readonly items: readonly { readonly id: string; readonly run?: string }[];
}

/** What the pages ask of a shop with so many products; some addresses are found by asking. */
export async function pageCalls(visitor: Visitor, products: number): Promise<readonly PageCall[]> {
  const ask = async (path: string): Promise<Listed> => (await visitor.visit(path)).body as Listed;
  const newest = (await ask(`${API}/exchanges?limit=50&${FINE}`)).items[0];
  const oldest = await ask(`${API}/runs?limit=1&since=${ago(24 * 85)}`);
  const run = newest?.run ?? oldest.items[0]?.id ?? '';
  const middle = referenceOf(Math.floor(products / 2));
  const exchanges = (words: string) => `${API}/exchanges?limit=50${words === '' ? '' : `&${words}`}`;
  const catalogue = (words: string) => `${API}/products?${LIST}${words === '' ? '' : `&${words}`}`;
  const orders = (words: string) => `${API}/orders?${ORDER_LIST}${words === '' ? '' : `&${words}`}`;
  const call = (page: string, path: string): PageCall => ({ page, path });
  return [
    call('overview: runs of 48 hours', `${API}/runs?limit=500&since=${ago(48)}`),
    call('overview: last problems', `${API}/exchanges?limit=5&${PROBLEMS}&since=${ago(48)}`),
    call('overview: orders that wait', `${API}/orders?exported=false&limit=100&fields=id,handOver`),
    call('overview: alerts', `${API}/alerts`),
    call('exchanges', exchanges('')),
    call('exchanges, last page', exchanges(`cursor=${formatCursor('exchanges', [idBefore(24 * 87.95)])}`)),
    call('exchanges of a product', exchanges(`reference=${middle}`)),
    call('exchanges of an unknown reference', exchanges('reference=NOBODY')),
    call('exchanges of an order', exchanges('reference=150000')),
    call('exchanges of a resource', exchanges('resource=update_product')),
    call('exchanges of a rare resource', exchanges('resource=document')),
    call('exchanges of an unknown resource', exchanges('resource=nobody')),
    call('exchanges with a problem', exchanges(PROBLEMS)),
    call('exchanges with a remark', exchanges(REMARKS)),
    call('exchanges without', exchanges(FINE)),
    call('exchanges that failed, all long ago', exchanges('outcome=failed')),
    call('exchanges of a resource with a problem', exchanges(`resource=update_product&${PROBLEMS}`)),
    call('exchanges, resource and outcome that never met', exchanges('resource=orders_list&outcome=refused')),
    call('exchanges, a rare resource without problem', exchanges(`resource=document&${FINE}`)),
    call(
      'exchanges, a resource and an outcome that it never had',
      exchanges('resource=orders&outcome=unchanged'),
    ),
    call(
      'exchanges of a product with a problem since 7 days',
      exchanges(`reference=${middle}&${PROBLEMS}&since=${ago(168)}`),
    ),
    call('exchanges of a run', exchanges(`run=${run}`)),
    call('exchanges of a run with a problem', exchanges(`run=${run}&${PROBLEMS}`)),
    call(
      'exchanges since the last one that is shown',
      exchanges(`after=${newest?.id ?? ''}`).replace('50', '500'),
    ),
    call('exchange', `${API}/exchanges/${newest?.id ?? ''}`),
    call('runs', `${API}/runs`),
    call('catalogue', catalogue('')),
    call('catalogue: categories', `${API}/categories?limit=500`),
    call('catalogue of a category', catalogue('category=20')),
    call('catalogue, search with few', catalogue('search=999999')),
    call('catalogue, search with many', catalogue('search=table')),
    call('catalogue, search without a match', catalogue('search=xylophone')),
    call('catalogue, two words', catalogue(`search=${encodeURIComponent('étagère laiton 4242')}`)),
    call('catalogue by name', catalogue('sort=name')),
    call('catalogue by name, search without a match', catalogue('sort=name&search=xylophone')),
    call('catalogue by name, search with few', catalogue('sort=name&search=99999')),
    call('catalogue by reference, search without a match', catalogue('sort=reference&search=xylophone')),
    call('catalogue of what is off sale, by name', catalogue('sort=name&active=false')),
    call('catalogue, deep page', catalogue(`cursor=${formatCursor('product id', [products - 200])}`)),
    call('product', `${API}/products/${middle}`),
    call('product: its origins', `${API}/products/${middle}/provenance`),
    call('orders', orders('')),
    call('orders that wait', orders('exported=false')),
    call('orders of an address', orders('email=client77@exemple.fr')),
    call('orders in a state', orders('state=5')),
    call('order', `${API}/orders/150000`),
    call('customers', `${API}/customers?fields=id,code,name,firstName,company,email,priceCategory`),
    call('customers, search', `${API}/customers?email=client777@exemple.fr`),
    call('customers, search without a match', `${API}/customers?email=nobody@exemple.fr`),
    call('documents', `${API}/documents?fields=number,type,date,customer,order,file`),
    call('documents of a type', `${API}/documents?type=quote`),
    call('documents of a customer', `${API}/documents?customer=777`),
    call('prices: contradictions', `${API}/prices/conflicts`),
    call('holds', `${API}/guard/holds`),
    call('connection', '/console/connection'),
    call('audit', '/console/audit'),
    call('users', '/console/users'),
  ];
}
