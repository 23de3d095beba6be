import { parseArgs } from 'node:util';

export interface BenchArguments {
  readonly names: readonly string[];
  /** The report as JSON goes here too. */
  readonly json: string | undefined;
  readonly quick: boolean;
  /** A folder for the servers' CPU profiles. */
  readonly profile: string | undefined;
}

export const USAGE = `npm run bench -- [NAME…] [--quick] [--json FILE] [--profile FOLDER]

  NAME…             only these benches (all by default)
  --quick           a twentieth of the records, short rounds: to see that it runs, not how fast
  --json FILE       the report as JSON, too
  --profile FOLDER  CPU profiles of the servers, for Chrome's DevTools`;

/** Throws an Error that says what is wrong. */
export function parseArguments(words: readonly string[], known: readonly string[]): BenchArguments {
  const { values, positionals } = parseArgs({
    args: [...words],
    allowPositionals: true,
    options: {
      json: { type: 'string' },
      quick: { type: 'boolean', default: false },
      profile: { type: 'string' },
    },
  });
  const unknown = positionals.find((name) => !known.includes(name));
  if (unknown !== undefined) throw new Error(`no bench named ${unknown}; there are: ${known.join(', ')}`);
  return {
    names: positionals.length === 0 ? known : known.filter((name) => positionals.includes(name)),
    json: values.json,
    quick: values.quick,
    profile: values.profile,
  };
}
