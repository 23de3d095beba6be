import type { Row } from './rows.ts';
import type { BenchStore } from './stores.ts';

/** One group of figures that share their stores and servers. */
export interface Bench {
  /** How it is called on the command line. */
  readonly name: string;
  readonly title: string;
  run(context: BenchContext): Promise<readonly Row[]>;
}

export interface BenchContext {
  /** A folder of this bench's own, removed at its end. */
  folder(name: string): string;
  /** A store that several benches use, one after another; the first of them fills it. */
  shared(name: string, make: (folder: string) => Promise<BenchStore>): Promise<BenchStore>;
  /** A number of records, fewer where the run is a quick one. */
  scale(count: number): number;
  /** The length of a round, shorter where the run is a quick one. */
  seconds(seconds: number): number;
  /** Where the servers' CPU profiles go, if anywhere. */
  readonly profiles: string | undefined;
  progress(text: string): void;
}
