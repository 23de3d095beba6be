import { rename, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Order } from '../../domain/order.ts';
import { formatOrder } from '../../records/order-record.ts';
import { hiddenBeside, makeFolder, syncFolder, writeDurably } from './durable-files.ts';
import { encodeFileName } from './file-name.ts';
import { orderCsv } from './order-csv.ts';
import { type CsvEncoding, encodeText } from './text-encoding.ts';

export interface OrderFolder {
  readonly folder: string;
  readonly encoding: CsvEncoding;
}

interface OrderPaths {
  /** Says that the order was imported; stays for ever. */
  readonly marker: string;
  /** What the ERP takes, and then removes or moves away. */
  readonly table: string;
  readonly pendingMarker: string;
  readonly pendingTable: string;
}

function pathsOf(folder: string, id: string): OrderPaths {
  const name = `order-${encodeFileName(id)}`;
  return {
    marker: join(folder, `${name}.json`),
    table: join(folder, `${name}.csv`),
    pendingMarker: hiddenBeside(folder, `${name}.json`),
    pendingTable: hiddenBeside(folder, `${name}.csv`),
  };
}

/**
 * What importing an order does, step by step, each durable before the next begins. The ERP sees the table only after
 * the marker is on the disk; stopped before the marker, all starts over; stopped after it, only the last step is left.
 */
export function importSteps(
  order: Order,
  { folder, encoding }: OrderFolder,
): readonly (() => Promise<void>)[] {
  const paths = pathsOf(folder, order.id);
  const record = formatOrder({ ...order, history: [], trackingNumbers: [] });
  return [
    () => makeFolder(folder),
    () => writeDurably(paths.pendingTable, encodeText(orderCsv(order), encoding)),
    () => writeDurably(paths.pendingMarker, Buffer.from(`${JSON.stringify(record)}\n`)),
    // One step for the table's hidden name and the marker's content: neither counts before the marker's own name.
    () => syncFolder(folder),
    async () => {
      await rename(paths.pendingMarker, paths.marker);
      await syncFolder(folder);
    },
    () => release(folder, order.id),
  ];
}

/** Whether the marker is there. */
export const isMarked = (folder: string, id: string): Promise<boolean> => exists(pathsOf(folder, id).marker);

/** Whether a table still waits for the last step. */
export const isPending = (folder: string, id: string): Promise<boolean> =>
  exists(pathsOf(folder, id).pendingTable);

const exists = (path: string): Promise<boolean> =>
  unlessMissing(
    stat(path).then(() => true),
    false,
  );

/** The last step, which does nothing the second time: shows the ERP the table that waits for it. */
export async function release(folder: string, id: string): Promise<void> {
  const { pendingTable, table } = pathsOf(folder, id);
  const released = await unlessMissing(
    rename(pendingTable, table).then(() => true),
    false,
  );
  if (released) await syncFolder(folder);
}

async function unlessMissing<T>(work: Promise<T>, otherwise: T): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return otherwise;
    throw error;
  }
}
