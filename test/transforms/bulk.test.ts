import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { watchMemory } from '../../bench/memory.ts';
import { openStore } from '../../src/store/open.ts';
import { KEY } from '../support/endpoint.ts';
import { post } from '../support/form.ts';
import { startServer, storeIn } from '../support/server-process.ts';
import { temporaryFolder } from '../support/temporary.ts';

const RULES = 100_000;
/** What a list of that length may add to a server; all of its rules at once are more. */
const MOST_MEGABYTES = 250;

const HOOKS = `import { defineTransforms, drop } from 'passerelle';
export default defineTransforms({
  beforePriceRule: [
    (rule) => (rule.reference.endsWith('0') ? drop('every tenth') : undefined),
    (rule) => ({ ...rule, group: 'Revendeurs' }),
    async () => undefined,
  ],
});
`;

const grille = (_: unknown, id: number): string =>
  `<grille src="s" ref="r"><id_product>P${id}</id_product><price>${id % 90}.5</price><reduction_type>amount</reduction_type></grille>`;

test('a price list of 100,000 rules goes through its hooks, rule by rule, in bounded memory', async () => {
  const data = temporaryFolder();
  writeFileSync(join(data, 'hooks.ts'), HOOKS);
  const shop = { name: 'shop', blobs: join(data, 'shop-blobs'), transforms: ['./hooks.ts'] };
  const server = await startServer(data, { shop });
  const message = `<grilles>${Array.from({ length: RULES }, grille).join('')}</grilles>`;
  const memory = watchMemory(server.pid);
  const { text } = await post(server.url, [
    ['key', KEY],
    ['resource', 'add_grilles'],
    ['data', message],
  ]);
  const { megabytes } = memory.stop();
  await server.stop();
  expect(text).toContain('<add_grilles/>');
  expect(megabytes).toBeLessThan(MOST_MEGABYTES);

  const { backoffice, close } = await openStore(storeIn(data));
  let stored = 0;
  for await (const rules of backoffice.priceRules())
    for (const { reference, group } of rules) {
      stored += 1;
      if (reference.endsWith('0') || group !== 'Revendeurs') throw new Error(`${reference} ${group}`);
    }
  expect(stored).toBe(RULES * 0.9);
  const [exchange] = (await Array.fromAsync(backoffice.exchanges({}))).flat();
  expect(exchange).toMatchObject({ resource: 'add_grilles', outcome: 'warning', records: RULES });
  expect(exchange?.warnings[0]).toMatchObject({
    reason: 'hook_dropped',
    record: 'P0',
    hook: 'hooks.ts beforePriceRule',
  });
  await close();
}, 120_000);
