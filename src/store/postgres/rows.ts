import type { RowWriter, SqlValue } from '../database.ts';
import type { Connection } from './connection.ts';
import { type CopyTarget, copyInto, copyLine } from './copy.ts';
import { driverFault, isRefusal } from './faults.ts';

/** Characters sent at once: a COPY costs three messages, whatever it brings. */
const BATCH_CHARACTERS = 256 * 1024;
/** Below so many new rows, the planner does well without statistics. */
const ANALYZED_FROM = 5000;

/** The rows on their way into temporary tables. */
export interface Filling {
  rowsInto(table: string, columns: readonly string[]): RowWriter;
  /** Until all that was flushed is in its table. */
  settle(): Promise<void>;
}

interface Target extends CopyTarget {
  lines: string;
  rows: number;
  unanalyzed: number;
}

/** While one batch is on its way, the next one is collected. */
export function createFilling(connection: Connection): Filling {
  const targets = new Set<Target>();
  let sending: Promise<void> = Promise.resolve();

  async function send(target: Target): Promise<void> {
    const { lines, rows } = target;
    target.lines = '';
    target.rows = 0;
    target.unanalyzed += rows;
    await sending;
    sending = copy(target, lines);
    // Whoever comes next is told.
    sending.catch(() => undefined);
  }

  async function copy(target: Target, lines: string): Promise<void> {
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
      const target: Target = { table, columns, lines: '', rows: 0, unanalyzed: 0 };
      return {
        add(cells: readonly SqlValue[]) {
          target.lines += copyLine(cells);
          target.rows += 1;
          return target.lines.length >= BATCH_CHARACTERS;
        },
        async flush() {
          if (target.rows === 0) return;
          targets.add(target);
          if (target.lines.length >= BATCH_CHARACTERS) await send(target);
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
