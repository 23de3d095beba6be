import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readCorpus } from '../../testing/corpus.ts';
import { corpusOutcome } from './testing/corpus-outcome.ts';

const corpus = readCorpus();

/** Real messages, cut, stretched and disturbed: what is no XML any more, and what still is but says nonsense. */
const disturbed = fc
  .record({
    message: fc.constantFrom(...corpus),
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    removed: fc.nat({ max: 40 }),
    added: fc.oneof(
      fc.constantFrom(
        '<',
        '>',
        '</',
        '/>',
        '&',
        '&#0;',
        '<![CDATA[',
        '<!--',
        '"',
        '\\',
        '0',
        '-',
        '<id/>',
        '\0',
      ),
      fc.string({ maxLength: 8 }),
    ),
  })
  .map(({ message, at, removed, added }) => {
    const start = Math.floor(at * message.bytes.length);
    const bytes = Buffer.concat([
      message.bytes.subarray(0, start),
      Buffer.from(added),
      message.bytes.subarray(start + removed),
    ]);
    return { ...message, bytes };
  });

const RUNS = Number(process.env.PASSERELLE_FUZZ_RUNS ?? 1000);

test('a disturbed message is decoded or refused with a reason: no decoder throws', async () => {
  await fc.assert(
    fc.asyncProperty(disturbed, async (message) => {
      const outcome = await corpusOutcome(message);
      expect(outcome).toEqual(
        expect.toSatisfy((value: object) => 'value' in value || 'records' in value || 'problem' in value),
      );
    }),
    { numRuns: RUNS },
  );
});
