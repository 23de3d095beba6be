export {
  type BackofficeSettings,
  type BackofficeSubject,
  backofficeContract,
  type ContractSubject,
  type DecoratorSubject,
  decoratorContract,
  FACTS,
  type Fact,
  shopContract,
} from './contract.ts';
export { createMemoryShop, type MemoryShop, type MemoryShopOptions, type Seed } from './memory-shop.ts';
