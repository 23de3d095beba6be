import { expect, test } from 'vitest';
import { readCorpus } from '../../testing/corpus.ts';
import { corpusOutcome } from './testing/corpus-outcome.ts';

const corpus = readCorpus();

test.each(corpus.map((message) => [`${message.verdict}/${message.name}`, message] as const))(
  '%s',
  async (_, message) => {
    expect(await corpusOutcome(message)).toEqual(message.expected);
  },
);

test('what is accepted has no problem in it, and what is rejected has one', () => {
  for (const { verdict, name, expected } of corpus) {
    expect([name, JSON.stringify(expected).includes('"problem":')]).toEqual([name, verdict === 'reject']);
  }
});
