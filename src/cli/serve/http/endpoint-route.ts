import type { CallHandler } from '../../../webservice/call.ts';
import { type ProxyTrust, serveCall } from '../../../webservice/node.ts';
import type { Configuration } from '../../configuration/resolve.ts';
import type { Route } from './route.ts';

export const ENDPOINT = '/webservice';
const ENDPOINT_PATH = /^\/webservice(?:\/[^/]*)?\/?$/;
const SHOP_PATH = /^\/webservice\/([^/]+)\/?$/;

const shopNameIn = (path: string): string | undefined => SHOP_PATH.exec(path)?.[1];

/** The connector's endpoint: the first shop's, and each shop's own. */
export function createEndpointRoute(
  endpoint: CallHandler,
  { shops, limits, trust }: Pick<Configuration, 'shops' | 'limits'> & { readonly trust: ProxyTrust },
): Route {
  return {
    matches(path) {
      const shopName = shopNameIn(path);
      const known = shopName === undefined || shops.some(({ name }) => name === shopName);
      return known && ENDPOINT_PATH.test(path);
    },
    answer(exchange, path) {
      const shopName = shopNameIn(path);
      const options = { ...(shopName !== undefined && { shopName }), idleSeconds: limits.idleSeconds, trust };
      return serveCall(endpoint, exchange, options).catch(() => void exchange.response.destroy());
    },
  };
}
