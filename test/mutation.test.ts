import { SaxesParser } from 'saxes';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createRandom, type Random } from '../scripts/sample/random.ts';
import { readCorpus } from '../src/testing/corpus.ts';
import { KEY, type ServedEndpoint, serveEndpoint } from './support/endpoint.ts';
import { multipart } from './support/form.ts';

/** PASSERELLE_FUZZ_RUNS=100000 for a long run, PASSERELLE_FUZZ_SEED for other damage; by default always the same. */
const RUNS = Number(process.env.PASSERELLE_FUZZ_RUNS ?? 300);
const SEED = Number(process.env.PASSERELLE_FUZZ_SEED ?? 1);
/** Hundreds of times what the slowest message takes: only one that hangs comes near. */
const HUNG_MS = 20_000;

const MESSAGES = readCorpus();
const TOKENS = [
  '<',
  '>',
  '</',
  '/>',
  '&',
  '&#0;',
  '<![CDATA[',
  ']]>',
  '<!--',
  '-->',
  '<?',
  '<!DOCTYPE a [',
  '"',
];
const VALUES = [
  '-1',
  '1e999',
  'NaN',
  '9'.repeat(400),
  '\u0000',
  '\ufeff',
  '__proto__',
  ' ',
  '0000-00-00',
  '%00',
];

let served: ServedEndpoint;
beforeAll(async () => {
  served = await serveEndpoint({ idleSeconds: 5 });
});
afterAll(() => served.close());

test(`a damaged message gets a well-formed reply, and the server goes on (PASSERELLE_FUZZ_SEED=${SEED})`, {
  timeout: 60_000 + RUNS * 100,
}, async () => {
  const random = createRandom(SEED);
  let refused = 0;
  for (let run = 0; run < RUNS; run++) {
    const message = MESSAGES[random.integer(MESSAGES.length)];
    if (!message) throw new Error('the corpus is empty');
    const { headers, body } = multipart([
      ['key', KEY],
      ['resource', message.resource],
      ...Object.entries(message.variables).map(
        ([name, value]) => [name, damagedText(value, random)] as const,
      ),
      ['data', damagedTimes(message.bytes, random)],
    ]);
    // Sometimes the form itself is damaged, not what it carries.
    const sent = random.oneIn(8) ? damaged(body, random) : body;
    const { status, text } = await reply(headers, sent);
    const context = `run ${run}: ${message.verdict}/${message.name}\n${sent.toString('latin1')}`;
    expect([200, 401, 403], context).toContain(status);
    expect(faultOf(text), `${context}\n${text}`).toBeUndefined();
    if (/<error>[^<]/.test(text)) refused++;
  }
  // Neither all harmless nor all turned away at the door; how many of each, chance decides.
  expect(refused).toBeGreaterThan(RUNS / 20);
  expect(refused).toBeLessThan(RUNS);
  // A fault of ours is answered well too, and so must be looked for.
  expect(served.exchanges.filter(({ outcome }) => outcome === 'failed')).toEqual([]);
  expect(served.exchanges).toHaveLength(RUNS);
});

async function reply(headers: Record<string, string>, body: Buffer) {
  const response = await fetch(served.url, {
    method: 'POST',
    headers,
    body: new Uint8Array(body),
    signal: AbortSignal.timeout(HUNG_MS),
  });
  return { status: response.status, text: await response.text() };
}

/** What is wrong with a reply: it must be one XML document, of a root that the protocol knows. */
function faultOf(text: string): string | undefined {
  let fault: string | undefined;
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    fault ??= error.message;
  });
  parser.on('opentag', ({ name }) => {
    root ??= name;
  });
  let root: string | undefined;
  parser.write(text).close();
  return fault ?? (root === 'connecteur' ? undefined : `root ${root}`);
}

function damagedTimes(bytes: Uint8Array, random: Random): Buffer {
  let result: Buffer = Buffer.from(bytes);
  for (let times = 1 + random.integer(3); times > 0; times--) result = damaged(result, random);
  return result;
}

const damagedText = (text: string, random: Random): Buffer =>
  random.oneIn(4) ? damaged(Buffer.from(text), random) : Buffer.from(text);

type Damage = (bytes: Buffer, at: number, random: Random) => Buffer;

const spliced = (bytes: Buffer, at: number, piece: Uint8Array | string): Buffer =>
  Buffer.concat([bytes.subarray(0, at), Buffer.from(piece), bytes.subarray(at)]);

const flipBit: Damage = (bytes, at, random) => {
  const copy = Buffer.from(bytes);
  copy[at] = (copy[at] ?? 0) ^ (1 << random.integer(8));
  return copy;
};
const cut: Damage = (bytes, at) => bytes.subarray(0, at);
const remove: Damage = (bytes, at, random) =>
  Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + 1 + random.integer(20))]);
const repeat: Damage = (bytes, at, random) =>
  spliced(
    bytes,
    at,
    Buffer.concat(Array.from({ length: 1 + random.integer(50) }, () => bytes.subarray(at, at + 30))),
  );
const insertToken: Damage = (bytes, at, random) =>
  spliced(bytes, at, TOKENS[random.integer(TOKENS.length)] ?? '');
const insertBytes: Damage = (bytes, at, random) =>
  spliced(
    bytes,
    at,
    Uint8Array.from({ length: 1 + random.integer(8) }, () => random.integer(256)),
  );
/** The text of one element becomes a value that readers of numbers, dates and names stumble over. */
const replaceValue: Damage = (bytes, at, random) => {
  const start = bytes.indexOf('>', at) + 1;
  const end = bytes.indexOf('<', start);
  if (start === 0 || end === -1) return bytes;
  return spliced(
    Buffer.concat([bytes.subarray(0, start), bytes.subarray(end)]),
    start,
    VALUES[random.integer(VALUES.length)] ?? '',
  );
};
/** A piece of another message. */
const graft: Damage = (bytes, at, random) => {
  const other = MESSAGES[random.integer(MESSAGES.length)]?.bytes ?? bytes;
  const from = random.integer(other.length + 1);
  return spliced(bytes, at, other.subarray(from, from + random.integer(300)));
};

function damaged(bytes: Buffer, random: Random): Buffer {
  const damage = random.pick([
    flipBit,
    cut,
    remove,
    repeat,
    insertToken,
    insertBytes,
    replaceValue,
    replaceValue,
    graft,
  ]);
  return damage(bytes, random.integer(bytes.length + 1), random);
}
