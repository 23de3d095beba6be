import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runCommand } from '../../../test/support/run-command.ts';
import { temporaryFolder } from '../../../test/support/temporary.ts';

const folder = temporaryFolder(afterAll);
const run = (words: string) => runCommand(words.split(' '), { folder });

const RULES = Array.from({ length: 3 }, (_, article) =>
  ['20', '21'].map((value) => ({
    source: 'tarif',
    rule: `TF${value}`,
    reference: `A${article}`,
    kind: 'price',
    value,
  })),
).flat();

async function load(kind: string, records: readonly object[]): Promise<void> {
  const file = `${kind}.jsonl`;
  writeFileSync(join(folder, file), records.map((record) => `${JSON.stringify(record)}\n`).join(''));
  expect((await run(`import ${file} --kind ${kind}`)).exitCode).toBe(0);
}

beforeAll(async () => {
  const article = (reference: string) => ({
    reference,
    netPrice: '30',
    taxRate: '20',
    priceLevels: { 2: '15' },
  });
  await load('products', ['A0', 'A1', 'A2', 'B'].map(article));
  await load('customers', [{ code: 'CLEE', priceCategory: 'Revendeurs' }]);
  await load('price-rules', RULES);
});

test('a quote goes to standard output, in sentences or as JSON', async () => {
  const told = await run('prices quote A0 --customer CLEE --quantity 2,5 --date 15/06/2026');
  expect(told).toMatchObject({ exitCode: 0, errors: '' });
  expect(told.output).toContain(
    '2.5 × A0 for the customer CLEE (category Revendeurs), on 2026-06-15: 20.00 each',
  );
  expect(told.output).toContain('  Another rule contradicts the taken one');
  const { output } = await run('prices quote A0 --group Revendeurs --json');
  expect(JSON.parse(output)).toMatchObject({
    group: 'Revendeurs',
    netTotal: '20',
    grossTotal: '24',
    lines: [
      { netPrice: '20', considered: [{ verdict: 'won' }, { verdict: 'beaten' }, { verdict: 'beaten' }] },
    ],
  });
});

test('a shop’s settings say which category gets which price level, and whether 0 is a price', async () => {
  writeFileSync(
    join(folder, 'levels.json'),
    '{ "shops": [{ "priceLevels": { "Revendeurs": 2 }, "allowZeroPrices": true }] }',
  );
  expect((await run('prices quote B --customer CLEE --json')).output).toContain('"netPrice":"30"');
  const level = await run('--config levels.json prices quote B --customer CLEE');
  expect(level.output).toContain('Taken, 15.00: price level of B for the category Revendeurs.');
  await load('price-rules', [
    { source: 's', rule: 'FREE', reference: 'B', customer: 'CLEE', kind: 'price', value: '0' },
  ]);
  expect((await run('prices quote B --customer CLEE')).output).toContain('30.00 each');
  expect((await run('--config levels.json prices quote B --customer CLEE')).output).toContain('0.00 each');
});

test.each([
  ['prices quote NOPE', 'Unknown reference "NOPE"'],
  ['prices quote A0 --customer NOPE', 'Unknown customer "NOPE"'],
  ['prices quote A0 --quantity 0', 'product A0: the quantity is 0'],
  ['prices quote A0 --quantity many', 'The option --quantity is "many"'],
  ['prices quote A0 --date someday', 'The option --date is "someday"'],
  ['prices quote A0 --customer CLEE --group X', 'give a customer or a category, not both'],
  ['prices conflicts --limit 0', 'The option --limit is "0"'],
  ['prices conflicts --after-customer X', 'The option --after-customer is "X": --after is needed too'],
])('%s is refused, and says why', async (words, sentence) => {
  const { exitCode, output, errors } = await run(words);
  expect({ exitCode, output }).toEqual({ exitCode: 1, output: '' });
  expect(errors).toContain(sentence);
});

test('contradictions are told one after the other, or as JSON Lines, up to a limit', async () => {
  const told = await run('prices conflicts');
  expect(told.output.split('\n').slice(0, 3)).toEqual([
    'A0, for everyone',
    '  20.00: rule TF20 (tarif) of A0: 20.00, for everyone; taken while it holds.',
    '  21.00: rule TF21 (tarif) of A0: 21.00, for everyone.',
  ]);
  expect(told.errors).toBe('7 rules looked at: 3 contradictions.\n');
  const two = await run('prices conflicts --limit 2 --json');
  const lines = two.output.trim().split('\n');
  expect(lines.map((line) => JSON.parse(line).reference)).toEqual(['A0', 'A1']);
  expect(two.errors).toBe('Stopped after 2 contradictions, as --limit says. What follows: --after=A1\n');
  const rest = await run('prices conflicts --after=A1 --json');
  expect(JSON.parse(rest.output).reference).toBe('A2');
  expect((await run('prices conflicts --after=A1 --after-customer=CLEE')).output).toContain('A2, ');
});
