import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { recordsFromJsonLines } from '../../records/json-lines.ts';
import type { RecordKind } from '../../records/kinds.ts';
import { createReport } from './report.ts';
import { type ImportingShop, SAVERS } from './save-records.ts';

/** In the order in which one needs the other. */
const KINDS = ['products', 'customers', 'price-rules', 'orders'] as const satisfies readonly RecordKind[];

const fileOf = (kind: RecordKind): string =>
  join(import.meta.dirname, '..', '..', '..', 'sample', `${kind}.jsonl`);

export const SAMPLE_FILES: readonly string[] = KINDS.map(fileOf);

/** Loads the sample shop, and tells nobody. */
export async function loadSample(into: ImportingShop): Promise<void> {
  for (const kind of KINDS)
    await SAVERS[kind](recordsFromJsonLines(createReadStream(fileOf(kind))), {
      into,
      report: createReport({ tell: () => {} }),
    });
}
