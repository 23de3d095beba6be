import { readdirSync, readFileSync } from 'node:fs';
import { z } from 'zod';

const VERDICTS = ['accept', 'reject'] as const;

const META = z.strictObject({
  /** Where the message comes from: a section of the specification, or what was observed where. */
  origin: z.string().min(1),
  resource: z.string().min(1),
  direction: z.enum(['request', 'reply']).default('request'),
  /** POST variables that came with it. */
  variables: z.record(z.string(), z.string()).default({}),
  /** What decoding must give. */
  expected: z.record(z.string(), z.unknown()),
});

/** A message of the corpus: its bytes as they are sent, and what becomes of them. */
export interface CorpusMessage extends z.infer<typeof META> {
  readonly name: string;
  readonly verdict: (typeof VERDICTS)[number];
  readonly bytes: Uint8Array;
}

const CORPUS = new URL('../../corpus/', import.meta.url);

/** Every message. Throws when one has no expectation, an expectation no message, or a file stands elsewhere. */
export function readCorpus(folder: URL = CORPUS): readonly CorpusMessage[] {
  const entries = readdirSync(folder).filter((name) => name !== 'README.md');
  const strangers = entries.filter((name) => !VERDICTS.some((verdict) => verdict === name));
  if (strangers.length > 0) throw new Error(`corpus: unexpected ${strangers.join(', ')}`);
  return VERDICTS.flatMap((verdict) => readVerdict(new URL(`${verdict}/`, folder), verdict));
}

function readVerdict(folder: URL, verdict: CorpusMessage['verdict']): readonly CorpusMessage[] {
  const files = new Set(readdirSync(folder));
  const names = new Set([...files].map((file) => file.replace(/\.(xml|json)$/, '')));
  return [...names].sort().map((name) => {
    for (const file of [`${name}.xml`, `${name}.json`]) {
      if (!files.has(file)) throw new Error(`corpus: ${verdict}/${file} is missing`);
    }
    const meta = META.parse(JSON.parse(readFileSync(new URL(`${name}.json`, folder), 'utf8')));
    return { ...meta, name, verdict, bytes: readFileSync(new URL(`${name}.xml`, folder)) };
  });
}
