import { listAlerts } from './resources/alerts/list-alerts.ts';
import { getCategory } from './resources/categories/get-category.ts';
import { listCategories } from './resources/categories/list-categories.ts';
import { listChanges } from './resources/changes/list-changes.ts';
import { listRecentChanges } from './resources/changes/list-recent-changes.ts';
import { getCustomer } from './resources/customers/get-customer.ts';
import { listCustomers } from './resources/customers/list-customers.ts';
import { getDocument } from './resources/documents/get-document.ts';
import { getDocumentFile } from './resources/documents/get-document-file.ts';
import { listDocuments } from './resources/documents/list-documents.ts';
import { getExchange } from './resources/exchanges/get-exchange.ts';
import { listExchanges } from './resources/exchanges/list-exchanges.ts';
import { listRuns } from './resources/exchanges/list-runs.ts';
import { decideHold } from './resources/guard/decide-hold.ts';
import { listHolds } from './resources/guard/list-holds.ts';
import { getImage } from './resources/images/get-image.ts';
import { createOrder } from './resources/orders/create-order.ts';
import { getOrder } from './resources/orders/get-order.ts';
import { getOrderMessage } from './resources/orders/get-order-message.ts';
import { listOrderDocuments } from './resources/orders/list-order-documents.ts';
import { listOrders } from './resources/orders/list-orders.ts';
import { offerOrder } from './resources/orders/offer-order.ts';
import { setOrderState } from './resources/orders/set-order-state.ts';
import { listPriceConflicts } from './resources/prices/list-price-conflicts.ts';
import { quotePrices } from './resources/prices/quote-prices.ts';
import { getProduct } from './resources/products/get-product.ts';
import { getProvenance } from './resources/products/get-provenance.ts';
import { listProducts } from './resources/products/list-products.ts';
import { listVariants } from './resources/products/list-variants.ts';
import { bundleExchanges } from './resources/replays/bundle-exchanges.ts';
import { replayExchange, replayExchangeForReal } from './resources/replays/replay-exchange.ts';
import { replayExchanges, replayExchangesForReal } from './resources/replays/replay-exchanges.ts';
import { getShop } from './resources/shop/get-shop.ts';
import { getShopCustomer } from './resources/shop-customers/get-shop-customer.ts';
import { putShopCustomer } from './resources/shop-customers/put-shop-customer.ts';
import { changeWebhook } from './resources/webhooks/change-webhook.ts';
import { createWebhook } from './resources/webhooks/create-webhook.ts';
import { deleteWebhook } from './resources/webhooks/delete-webhook.ts';
import { getWebhook } from './resources/webhooks/get-webhook.ts';
import { listDeliveries } from './resources/webhooks/list-deliveries.ts';
import { listWebhooks } from './resources/webhooks/list-webhooks.ts';
import { resendEvents } from './resources/webhooks/resend-events.ts';
import { rotateWebhookSecret } from './resources/webhooks/rotate-webhook-secret.ts';
import { testWebhook } from './resources/webhooks/test-webhook.ts';

/** Every route, by its name: what the server answers, what the OpenAPI document says, what the client can call. */
export const ROUTES = {
  getShop,
  listProducts,
  getProduct,
  listVariants,
  getProvenance,
  listCategories,
  getCategory,
  getImage,
  listCustomers,
  getCustomer,
  quotePrices,
  listPriceConflicts,
  listOrders,
  createOrder,
  getOrder,
  getOrderMessage,
  setOrderState,
  offerOrder,
  listDocuments,
  getDocument,
  getDocumentFile,
  listOrderDocuments,
  getShopCustomer,
  putShopCustomer,
  listChanges,
  listRecentChanges,
  listWebhooks,
  createWebhook,
  getWebhook,
  changeWebhook,
  deleteWebhook,
  rotateWebhookSecret,
  listDeliveries,
  resendEvents,
  testWebhook,
  listExchanges,
  getExchange,
  replayExchange,
  replayExchangeForReal,
  listRuns,
  replayExchanges,
  replayExchangesForReal,
  bundleExchanges,
  listHolds,
  decideHold,
  listAlerts,
} as const;

export type RouteName = keyof typeof ROUTES;
