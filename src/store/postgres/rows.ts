import type { RowWriter, SqlValue } from '../database.ts';
import type { Connection } from './connection.ts';
import { type CopyTarget, copyInto, copyLine } from './copy.ts';
import { driverFault, isRefusal } from './faults.ts';
import { createLineBuffer, type LineBuffer } from './line-buffer.ts';

/** Sent at once: a COPY costs three messages, whatever it brings. */
const BATCH_BYTES = 256 * 1024;
/** Below so many new rows, the planner does well without statistics. */
const ANALYZED_FROM = 5000;

/** The rows on their way into temporary tables. */
export interface Filling {
  rowsInto(table: string, columns: readonly string[]): RowWriter;
  /** Until all that was flushed is in its table. */
  settle(): Promise<void>;
}

interface Target extends CopyTarget {
  readonly lines: LineBuffer;
  rows: number;
  unanalyzed: number;
}

/** While one batch is on its way, the next one is collected. */
export function createFilling(connection: Connection): Filling {
  const targets = new Set<Target>();
  let sending: Promise<void> = Promise.resolve();

  async function send(target: Target): Promise<void> {
    const lines = target.lines.take();
    target.unanalyzed += target.rows;
    target.rows = 0;
    await sending;
    sending = copy(target, lines);
    // Whoever comes next is told.
    sending.catch(() => undefined);
  }

  async function copy(target: Target, lines: readonly Uint8Array[]): Promise<void> {
    try {
      await copyInto(connection.client, target, lines);
    } catch (error) {
      if (!isRefusal(error)) connection.abandon();
      throw driverFault(error);
    }
  }

  /** Autovacuum sees no temporary tables. */
  async function analyze(target: Target): Promise<void> {
    if (target.unanalyzed < ANALYZED_FROM) return;
    target.unanalyzed = 0;
    await connection.execute(`ANALYZE ${target.table}`);
  }

  return {
    rowsInto(table, columns) {
      const lines = createLineBuffer(BATCH_BYTES);
      const target: Target = { table, columns, lines, rows: 0, unanalyzed: 0 };
      return {
        add(cells: readonly SqlValue[]) {
          lines.append(copyLine(cells));
          target.rows += 1;
          return lines.bytes() >= BATCH_BYTES;
        },
        async flush() {
          if (target.rows === 0) return;
          targets.add(target);
          if (lines.bytes() >= BATCH_BYTES) await send(target);
        },
      };
    },
    async settle() {
      for (const target of targets) if (target.rows > 0) await send(target);
      await sending;
      for (const target of targets) await analyze(target);
      targets.clear();
    },
  };
}
