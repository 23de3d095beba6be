import { PasserelleError } from '../../domain/error.ts';
import type { Order } from '../../domain/order.ts';
import type { ImportedOrder } from '../erp-source.ts';
import type { OrderWriter } from '../order-writer.ts';
import { sourceUnavailable } from './folder-files.ts';
import { documentOf } from './order-csv.ts';
import { importSteps, isMarked, isPending, type OrderFolder, release } from './order-steps.ts';

export interface OrderFiles extends OrderWriter {
  /** Waits for what is under way. */
  close(): Promise<void>;
}

/**
 * The orders of one shop as files that an ERP takes: a table (CSV) that it may remove or move away, and a JSON file that
 * stays and says that the order was imported. One process writes in the folder at a time.
 */
export function openOrderFiles(options: OrderFolder): OrderFiles {
  const { folder } = options;
  let last: Promise<unknown> = Promise.resolve();
  /** One after the other: the same order may be asked for twice at once. */
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const turn = last.then(work).catch((error: unknown) => {
      throw error instanceof PasserelleError ? error : sourceUnavailable(folder, error);
    });
    last = turn.catch(() => {});
    return turn;
  };
  return {
    imported: (id) => inTurn(() => imported(folder, id)),
    import: (order) => inTurn(() => importOnce(order, options)),
    close: async () => {
      await last;
    },
  };
}

/** Asking changes nothing: an import that was stopped before its last step counts only once it is brought to its end. */
const imported = async (folder: string, id: string): Promise<string | undefined> =>
  (await isMarked(folder, id)) && !(await isPending(folder, id)) ? documentOf(id) : undefined;

async function importOnce(order: Order, options: OrderFolder): Promise<ImportedOrder> {
  const { folder } = options;
  if (await isMarked(folder, order.id)) {
    await release(folder, order.id);
    return { document: documentOf(order.id), outcome: 'already_imported' };
  }
  for (const step of importSteps(order, options)) await step();
  return { document: documentOf(order.id), outcome: 'imported' };
}
