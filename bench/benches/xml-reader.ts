import { execFile } from 'node:child_process';
import { mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Bench, BenchContext } from '../bench.ts';
import { writeTexts } from '../files.ts';
import { priceListXml } from '../price-list.ts';
import { takeTurns } from '../rounds.ts';
import { notRunRow, ratioRow } from '../rows.ts';
import { missingTool, timeTool } from '../tools.ts';

const bench = 'xml-reader';
const ROWS = 320_000;
const ROUNDS = 5;
const READER = fileURLToPath(new URL('../read-xml.ts', import.meta.url));

/** Our reader, which builds every record, against one in C that builds nothing. */
export const xmlReader: Bench = {
  name: bench,
  title: 'the XML reader against xmllint --stream',
  async run(context) {
    const goal = { atLeast: 0.7 };
    const rows = context.scale(ROWS);
    const missing = missingTool('xmllint');
    const named = { bench, work: `a price list of ${rows} rows, records built, against xmllint --stream` };
    if (missing !== undefined) return [notRunRow(named, missing, goal)];
    const file = writeFile(context, rows);
    const seconds = await takeTurns(
      { xmllint: () => timeTool('xmllint', ['--stream', '--noout', file]), ours: () => readFile(file, rows) },
      { rounds: ROUNDS, onRound: (round) => context.progress(`round ${round} of ${ROUNDS}`) },
    );
    const megabytes = statSync(file).size / 1e6;
    return [
      ratioRow({
        ...named,
        ours: megabytes / seconds.ours,
        reference: megabytes / seconds.xmllint,
        measure: 'MB/s',
        goal,
      }),
    ];
  },
};

function writeFile(context: BenchContext, rows: number): string {
  const file = context.folder('list.xml');
  mkdirSync(dirname(file), { recursive: true });
  writeTexts(file, priceListXml(rows));
  return file;
}

/** Without the start of the process: that is no part of reading. Gives seconds. */
async function readFile(file: string, rows: number): Promise<number> {
  const { stdout } = await promisify(execFile)(process.execPath, [READER, file], { timeout: 120_000 });
  const { seconds, records }: { seconds: number; records: number } = JSON.parse(stdout);
  if (records !== rows) throw new Error(`${records} records were read, not ${rows}`);
  return seconds;
}
