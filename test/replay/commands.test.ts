import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openStore } from '../../src/store/open.ts';
import { openRecordedShop } from '../support/recorded-shop.ts';
import { runCommand } from '../support/run-command.ts';
import { temporaryFolder } from '../support/temporary.ts';

test('replay and bundle, as a merchant uses them', async () => {
  const folder = temporaryFolder();
  const run = (words: string, environment = {}) => runCommand(words.split(' '), { folder, environment });
  expect((await run('import --sample')).exitCode).toBe(0);
  const place = {
    url: `sqlite:${join(folder, 'data', 'shop.sqlite')}`,
    blobFolder: join(folder, 'data', 'shop-blobs'),
  };
  const shop = await openRecordedShop(place);
  const wrong = await shop.send(
    ['resource', 'update_product'],
    ['data', '<connecteur><reference>TSH0002</reference><p_vente>16,9O</p_vente></connecteur>'],
  );
  const read = await shop.send(['resource', 'orders'], ['id', '5057']);
  await shop.settled();
  await shop.close();
  const price = async () => {
    const { backoffice, close } = await openStore(place);
    const product = await backoffice.product('TSH0002');
    await close();
    return product?.fields.netPrice;
  };
  const before = await price();

  expect((await run('replay')).errors).toContain('Which exchanges?');
  expect((await run('replay nobody')).output).toContain('No exchange "nobody"');
  expect((await run('replay --run nobody')).errors).toContain('`journal runs`');
  expect((await run('replay --edit r.xml')).errors).toContain('r.xml');
  expect((await run(`replay ${wrong.id} --save-request r.xml`)).exitCode).toBe(0);
  const file = join(folder, 'r.xml');
  writeFileSync(file, readFileSync(file, 'utf8').replace('16,9O', '16,90'));
  const kept = readFileSync(file, 'utf8');
  expect(await run(`replay ${wrong.id} --save-request r.xml`)).toMatchObject({
    exitCode: 2,
    errors: expect.stringContaining('there is such a file already'),
  });
  expect(readFileSync(file, 'utf8')).toBe(kept);

  const dry = await run(`replay ${wrong.id} --edit r.xml`);
  expect(dry).toMatchObject({ exitCode: 0, errors: expect.stringContaining('The shop is as it was.') });
  expect(dry.output).toMatch(
    /refused → success {2}another reply\n.*product TSH0002 updated\n.*netPrice: .* → 16\.9\n/,
  );
  expect(await price()).toBe(before);

  const asked = await run(`replay ${wrong.id} --edit r.xml --for-real`);
  expect(asked).toMatchObject({ exitCode: 1, output: '', errors: expect.stringContaining('--yes') });
  expect(await price()).toBe(before);
  expect((await run(`replay ${wrong.id} --edit r.xml --for-real --yes`)).exitCode).toBe(0);
  expect(await price()).toBe('16.9');
  expect((await run('journal --reference TSH0002 --json')).output).toContain(`"replayOf":"${wrong.id}"`);

  const selected = await run('replay --resource orders --for-real --yes --json');
  expect(selected.exitCode).toBe(1);
  expect(JSON.parse(selected.output)).toMatchObject({
    replayed: false,
    problem: { reason: 'hand_over_unnamed' },
  });
  expect((await run(`replay ${read.id} --for-real --yes --lang fr`)).errors).toContain('1 échange rejoué');

  const bundled = await run('bundle --since 1h --output support.zip');
  expect(bundled).toMatchObject({ exitCode: 0, output: '4 exchanges written to support.zip.\n' });
  expect(readFileSync(join(folder, 'support.zip')).subarray(0, 2).toString()).toBe('PK');
  expect((await run('bundle --since 1h --output support.zip')).errors).toContain(
    'there is such a file already',
  );
});
