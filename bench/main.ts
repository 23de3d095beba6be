import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type BenchArguments, parseArguments, USAGE } from './arguments.ts';
import type { BenchContext } from './bench.ts';
import { BENCHES } from './benches/table.ts';
import { describeMachine } from './machine.ts';
import { formatMachine, formatReport, reportJson } from './report.ts';
import { type Row, remarkRow } from './rows.ts';
import { type BenchStore, dropStores } from './stores.ts';

const QUICK = 20;

interface Surroundings extends BenchArguments {
  /** All folders are in it. */
  readonly root: string;
  readonly shared: Map<string, Promise<BenchStore>>;
}

function createContext(bench: string, { root, shared, quick, profile }: Surroundings): BenchContext {
  return {
    folder: (name) => join(root, bench, name),
    shared(name, make) {
      const made = shared.get(name) ?? make(join(root, 'shared', name));
      shared.set(name, made);
      return made;
    },
    scale: (count) => (quick ? Math.ceil(count / QUICK) : count),
    seconds: (seconds) => (quick ? seconds / 5 : seconds),
    profiles: profile === undefined ? undefined : resolve(profile),
    progress: (text) => showProgress(`${bench}: ${text}`),
  };
}

/** One line that is written over on a terminal, a line each elsewhere. */
function showProgress(text: string): void {
  process.stderr.write(process.stderr.isTTY ? `\r\u001b[K${text}` : `${text}\n`);
}

async function runBenches(surroundings: Surroundings): Promise<readonly Row[]> {
  const rows: Row[] = [];
  for (const bench of BENCHES.filter(({ name }) => surroundings.names.includes(name))) {
    const context = createContext(bench.name, surroundings);
    context.progress(bench.title);
    const start = performance.now();
    try {
      rows.push(...(await bench.run(context)));
    } catch (error) {
      // One that fails must not cost the figures of the others.
      process.stderr.write(`\n${error instanceof Error ? error.stack : String(error)}\n`);
      rows.push(remarkRow({ bench: bench.name, work: bench.title }, 'FAILED, see standard error'));
    }
    rmSync(join(surroundings.root, bench.name), { recursive: true, force: true });
    context.progress(`done in ${Math.round((performance.now() - start) / 1000)} s`);
  }
  return rows;
}

async function run(options: BenchArguments): Promise<void> {
  const root = mkdtempSync(join(tmpdir(), 'passerelle-bench-'));
  process.on('exit', () => rmSync(root, { recursive: true, force: true, maxRetries: 5 }));
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => process.exit(130));
  const machine = describeMachine(root);
  const rows = await runBenches({ ...options, root, shared: new Map() }).finally(dropStores);
  if (process.stderr.isTTY) process.stderr.write('\r\u001b[K');
  process.stdout.write(`${formatMachine(machine)}\n\n${formatReport(rows)}\n`);
  if (options.quick) process.stdout.write('\nA quick run: these figures say that it runs, not how fast.\n');
  if (options.json !== undefined) writeFileSync(options.json, reportJson(machine, rows));
}

function readArguments(): BenchArguments | undefined {
  try {
    return parseArguments(
      process.argv.slice(2),
      BENCHES.map(({ name }) => name),
    );
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n\n${USAGE}\n`);
    return undefined;
  }
}

// A figure that falls short is no failure: only a command that cannot be understood is.
const given = readArguments();
if (given) await run(given);
else process.exitCode = 2;
