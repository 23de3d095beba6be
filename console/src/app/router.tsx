import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  retainSearchParams,
} from '@tanstack/react-router';
import { readCatalogueFilter } from '../pages/catalogue/filter.ts';
import { readChangesFilter } from '../pages/changes/filter.ts';
import { readCustomerPlace } from '../pages/customer/read-customer.ts';
import { readCustomersFilter } from '../pages/customers/filter.ts';
import { readDocumentsFilter } from '../pages/documents/filter.ts';
import { readExchangeFilter } from '../pages/exchanges/filter.ts';
import { readOrdersFilter } from '../pages/orders/filter.ts';
import { OverviewPage } from '../pages/overview/overview-page.tsx';
import { readPriceQuestion } from '../pages/prices/question.ts';
import { readChosenExchanges } from '../pages/replays/chosen.ts';
import { readShopsFilter } from '../pages/shops/filter.ts';
import { BrokenPage, NotFoundPage } from './failures.tsx';
import { Layout } from './layout.tsx';
import { readPlace } from './search.ts';

/** The address keeps the shop, whatever page one goes to. */
const root = createRootRoute({
  component: Layout,
  validateSearch: readPlace,
  search: { middlewares: [retainSearchParams(['shop'])] },
});

const overview = createRoute({ getParentRoute: () => root, path: '/', component: OverviewPage });
const exchanges = createRoute({
  getParentRoute: () => root,
  path: '/exchanges',
  validateSearch: readExchangeFilter,
  component: lazyRouteComponent(() => import('../pages/exchanges/exchanges-page.tsx'), 'ExchangesPage'),
});
const exchange = createRoute({
  getParentRoute: () => root,
  path: '/exchanges/$id',
  component: lazyRouteComponent(() => import('../pages/exchange/exchange-page.tsx'), 'ExchangePage'),
});
const replay = createRoute({
  getParentRoute: () => root,
  path: '/exchanges/$id/replay',
  component: lazyRouteComponent(() => import('../pages/replay/replay-page.tsx'), 'ReplayPage'),
});
const replays = createRoute({
  getParentRoute: () => root,
  path: '/replays',
  validateSearch: readChosenExchanges,
  component: lazyRouteComponent(() => import('../pages/replays/replays-page.tsx'), 'ReplaysPage'),
});
const runs = createRoute({
  getParentRoute: () => root,
  path: '/runs',
  component: lazyRouteComponent(() => import('../pages/runs/runs-page.tsx'), 'RunsPage'),
});
const catalogue = createRoute({
  getParentRoute: () => root,
  path: '/catalogue',
  validateSearch: readCatalogueFilter,
  component: lazyRouteComponent(() => import('../pages/catalogue/catalogue-page.tsx'), 'CataloguePage'),
});
const product = createRoute({
  getParentRoute: () => root,
  path: '/catalogue/$reference',
  component: lazyRouteComponent(() => import('../pages/product/product-page.tsx'), 'ProductPage'),
});
const prices = createRoute({
  getParentRoute: () => root,
  path: '/prices',
  validateSearch: readPriceQuestion,
  component: lazyRouteComponent(() => import('../pages/prices/prices-page.tsx'), 'PricesPage'),
});
const customers = createRoute({
  getParentRoute: () => root,
  path: '/customers',
  validateSearch: readCustomersFilter,
  component: lazyRouteComponent(() => import('../pages/customers/customers-page.tsx'), 'CustomersPage'),
});
const customer = createRoute({
  getParentRoute: () => root,
  path: '/customers/$id',
  validateSearch: readCustomerPlace,
  component: lazyRouteComponent(() => import('../pages/customer/customer-page.tsx'), 'CustomerPage'),
});
const orders = createRoute({
  getParentRoute: () => root,
  path: '/orders',
  validateSearch: readOrdersFilter,
  component: lazyRouteComponent(() => import('../pages/orders/orders-page.tsx'), 'OrdersPage'),
});
const order = createRoute({
  getParentRoute: () => root,
  path: '/orders/$id',
  component: lazyRouteComponent(() => import('../pages/order/order-page.tsx'), 'OrderPage'),
});
const documents = createRoute({
  getParentRoute: () => root,
  path: '/documents',
  validateSearch: readDocumentsFilter,
  component: lazyRouteComponent(() => import('../pages/documents/documents-page.tsx'), 'DocumentsPage'),
});
const document = createRoute({
  getParentRoute: () => root,
  path: '/documents/$number',
  component: lazyRouteComponent(() => import('../pages/document/document-page.tsx'), 'DocumentPage'),
});
const shops = createRoute({
  getParentRoute: () => root,
  path: '/shops',
  validateSearch: readShopsFilter,
  component: lazyRouteComponent(() => import('../pages/shops/shops-page.tsx'), 'ShopsPage'),
});
const changes = createRoute({
  getParentRoute: () => root,
  path: '/changes',
  validateSearch: readChangesFilter,
  component: lazyRouteComponent(() => import('../pages/changes/changes-page.tsx'), 'ChangesPage'),
});
const webhooks = createRoute({
  getParentRoute: () => root,
  path: '/webhooks',
  component: lazyRouteComponent(() => import('../pages/webhooks/webhooks-page.tsx'), 'WebhooksPage'),
});
const webhook = createRoute({
  getParentRoute: () => root,
  path: '/webhooks/$id',
  component: lazyRouteComponent(() => import('../pages/webhook/webhook-page.tsx'), 'WebhookPage'),
});
const connection = createRoute({
  getParentRoute: () => root,
  path: '/connection',
  component: lazyRouteComponent(() => import('../pages/connection/connection-page.tsx'), 'ConnectionPage'),
});
const users = createRoute({
  getParentRoute: () => root,
  path: '/users',
  component: lazyRouteComponent(() => import('../pages/users/users-page.tsx'), 'UsersPage'),
});
const audit = createRoute({
  getParentRoute: () => root,
  path: '/audit',
  component: lazyRouteComponent(() => import('../pages/audit/audit-page.tsx'), 'AuditPage'),
});
const holds = createRoute({
  getParentRoute: () => root,
  path: '/holds',
  component: lazyRouteComponent(() => import('../pages/holds/holds-page.tsx'), 'HoldsPage'),
});

export const router = createRouter({
  routeTree: root.addChildren([
    ...[shops, overview, exchanges, exchange, replay, replays, runs, holds],
    ...[catalogue, product, prices, customers, customer],
    ...[orders, order, documents, document, changes],
    ...[connection, webhooks, webhook, users, audit],
  ]),
  basepath: '/console',
  defaultNotFoundComponent: NotFoundPage,
  defaultErrorComponent: BrokenPage,
  defaultPreload: false,
  scrollRestoration: true,
  // What no page reads goes from the address: an unknown filter would be sent on to the server.
  search: { strict: true },
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
