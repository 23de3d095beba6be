import { randomUUID } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import type { ErpSource } from '../../src/connector/erp-source.ts';
import { createMemorySource } from '../../src/connector/testing/memory-source.ts';
import type { Order } from '../../src/domain/order.ts';

/**
 * An ERP that keeps its pieces as files and outlives its process. A piece appears whole, under its order's id, or not at
 * all; every making of one is logged, so that a second one would be seen. `moment` is called in the midst of it.
 */
export function createFileErp(folder: string, moment: () => void = () => {}): ErpSource {
  const pieces = join(folder, 'pieces');
  mkdirSync(pieces, { recursive: true });
  const pathOf = (id: string): string => join(pieces, `${id}.json`);
  return {
    ...createMemorySource().source,
    name: `files ${folder}`,
    importedOrder: async (id) => (existsSync(pathOf(id)) ? id : undefined),
    async importOrder(order) {
      if (existsSync(pathOf(order.id))) return { document: order.id, outcome: 'already_imported' };
      const draft = join(folder, `draft-${randomUUID()}`);
      writeDurably(draft, JSON.stringify(order));
      moment();
      linkSync(draft, pathOf(order.id));
      moment();
      rmSync(draft);
      return { document: order.id, outcome: 'imported' };
    },
  };
}

function writeDurably(path: string, text: string): void {
  const file = openSync(path, 'w');
  writeFileSync(file, text);
  fsyncSync(file);
  closeSync(file);
}

/** Ids of the orders that became pieces. */
export const piecesIn = (folder: string): readonly string[] =>
  readdirSync(join(folder, 'pieces')).map((name) => {
    const order: Order = JSON.parse(readFileSync(join(folder, 'pieces', name), 'utf8'));
    return order.id;
  });
