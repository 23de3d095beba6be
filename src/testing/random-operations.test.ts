import { describe, expect, it } from 'vitest';
import { problem } from '../domain/problem.ts';
import { decorate } from '../shop/decorate.ts';
import type { ContractSubject } from './contract.ts';
import { createMemoryShop } from './memory-shop.ts';
import { randomOperations } from './random-operations.ts';

const memory = async (): Promise<ContractSubject> => ({ ...createMemoryShop(), close: async () => {} });

describe('random operations', () => {
  it('find a shop that forgets to retire rules', async () => {
    const forgetful = async (): Promise<ContractSubject> => {
      const subject = await memory();
      const { shop } = subject;
      return {
        ...subject,
        shop: decorate(shop, { savePriceRules: (batches) => shop.savePriceRules(batches, 'merge') }),
      };
    };
    await expect(randomOperations(forgetful, 500)).rejects.toThrow(/rules/);
  });

  it('find a shop that quotes a long value whole', async () => {
    const verbose = async (): Promise<ContractSubject> => {
      const subject = await memory();
      const { shop } = subject;
      return {
        ...subject,
        shop: decorate(shop, {
          async saveSalesDocument(change) {
            const { outcome, warnings } = await shop.saveSalesDocument(change);
            const whole = change.email === undefined ? {} : { value: change.email };
            return { outcome, warnings: warnings.map((warning) => ({ ...warning, ...whole })) };
          },
        }),
      };
    };
    await expect(randomOperations(verbose, 500)).rejects.toThrow(/document/);
  });

  it('find a shop to which a space makes another e-mail address', async () => {
    const literal = async (): Promise<ContractSubject> => {
      const subject = await memory();
      const { shop } = subject;
      return {
        ...subject,
        shop: decorate(shop, {
          async saveSalesDocument(change) {
            const { number, email = '' } = change;
            const { outcome, warnings } = await shop.saveSalesDocument(change);
            const unknown = problem('email_unknown', {
              entity: 'sales_document',
              record: number,
              value: email,
            });
            return { outcome, warnings: email === email.trim() ? warnings : [unknown] };
          },
        }),
      };
    };
    await expect(randomOperations(literal, 500)).rejects.toThrow(/document/);
  });

  it('find a shop that clears a custom field that is not said', async () => {
    const careless = async (): Promise<ContractSubject> => {
      const subject = await memory();
      const { shop } = subject;
      return {
        ...subject,
        shop: decorate(shop, {
          saveProduct: (change, ...rest) =>
            shop.saveProduct(
              { ...change, customFields: { xx_marque: null, ...change.customFields } },
              ...rest,
            ),
        }),
      };
    };
    await expect(randomOperations(careless, 500)).rejects.toThrow(/xx_marque/);
  });
});
