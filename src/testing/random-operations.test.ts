import { describe, expect, it } from 'vitest';
import type { ContractSubject } from './contract.ts';
import { createMemoryShop } from './memory-shop.ts';
import { randomOperations } from './random-operations.ts';

const memory = async (): Promise<ContractSubject> => ({ ...createMemoryShop(), close: async () => {} });

describe('random operations', () => {
  it('find no difference between a shop and its like', () => randomOperations(memory, 100));

  it('find a shop that forgets to retire rules', async () => {
    const forgetful = async (): Promise<ContractSubject> => {
      const subject = await memory();
      const { shop } = subject;
      return {
        ...subject,
        shop: { ...shop, savePriceRules: (batches) => shop.savePriceRules(batches, 'merge') },
      };
    };
    await expect(randomOperations(forgetful, 500)).rejects.toThrow(/rules/);
  });

  it('find a shop that clears a custom field that is not said', async () => {
    const careless = async (): Promise<ContractSubject> => {
      const subject = await memory();
      const { shop } = subject;
      return {
        ...subject,
        shop: {
          ...shop,
          saveProduct: (change, operation) =>
            shop.saveProduct(
              { ...change, customFields: { xx_marque: null, ...change.customFields } },
              operation,
            ),
        },
      };
    };
    await expect(randomOperations(careless, 500)).rejects.toThrow();
  });
});
