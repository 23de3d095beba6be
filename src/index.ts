export type { ForeignShop } from './composition/beside-store.ts';
export type { ShopModule } from './composition/module-shop.ts';
export { type ConnectionInput, defineConnection } from './configuration/connection.ts';
export { type ConfigurationInput, defineConfig } from './configuration/server.ts';
export type { ErpSource } from './connector/erp-source.ts';
export { openFolderSource } from './connector/folder/folder-source.ts';
export { EDITIONS, ERP_PROFILES } from './connector/profiles/list.ts';
export { createRemoteShop } from './connector/remote/remote-shop.ts';
export { createSimulatedErp } from './connector/simulator/simulated-erp.ts';
export { openSqlSource } from './connector/sql/sql-source.ts';
export type { SyncOptions } from './connector/sync/options.ts';
export type { SyncReport } from './connector/sync/report.ts';
export { sync } from './connector/sync/sync.ts';
export {
  defineTransforms,
  type Hook,
  type HookAnswer,
  type HookContext,
  type Transforms,
} from './decorators/transforms/define-transforms.ts';
export type { Moment, Moments } from './decorators/transforms/moments.ts';
export { type Dropped, drop, type Refused, refuse } from './decorators/transforms/verdict.ts';
export { withinCapabilities } from './decorators/within-capabilities/within-capabilities.ts';
export {
  add,
  compare,
  type Decimal,
  divide,
  multiply,
  parseDecimal,
  round,
  subtract,
  ZERO,
} from './domain/decimal.ts';
export { fail, PasserelleError } from './domain/error.ts';
export type { Product, ProductChange } from './domain/product.ts';
export type { Backoffice } from './shop/backoffice.ts';
export { ALL_CAPABILITIES, type Capabilities, NO_CAPABILITIES } from './shop/capabilities.ts';
export { type Around, aroundEach, type Decorator, decorate } from './shop/decorate.ts';
export { partialShop } from './shop/partial-shop.ts';
export type { ShopReader } from './shop/reader.ts';
export type { Shop } from './shop/shop.ts';
export { openStore, type Store } from './store/open.ts';
export type { StoreOptions } from './store/options.ts';
export { processBulk } from './webservice/bulk/bulk.ts';
export { createEndpoint } from './webservice/endpoint.ts';
export type { EndpointOptions } from './webservice/endpoint-options.ts';
export { createFetchHandler } from './webservice/fetch.ts';
export { createFailureDelays, createKeyRing } from './webservice/gate.ts';
export { createSpool } from './webservice/intake/spool.ts';
export { DEFAULT_LIMITS } from './webservice/limits.ts';
export type { ServedShop } from './webservice/served-shop.ts';
