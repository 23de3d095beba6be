import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, expect, test } from 'vitest';
import { openStore } from '../../src/store/open.ts';
import { KEY } from '../support/endpoint.ts';
import { post } from '../support/form.ts';
import { databaseIn, type ServerProcess, startServer, storeIn } from '../support/server-process.ts';
import { temporaryFolder } from '../support/temporary.ts';

const servers: ServerProcess[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) await server.kill();
});

async function start(data: string): Promise<ServerProcess> {
  const server = await startServer(data);
  servers.push(server);
  return server;
}

const PIXEL =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

const PNG = Buffer.from(PIXEL, 'base64').subarray(0, 4);

/** Each product has an image of its own. */
const productXml = (number: number): string => {
  const image = Buffer.concat([Buffer.from(PIXEL, 'base64'), Buffer.from(`#${number}`)]).toString('base64');
  return `<connecteur><reference>R${number}</reference><nom>n</nom><image>${image}</image></connecteur>`;
};

/** As docs/operations.md says it: the database first, then the folder of images and documents. */
function backUp(data: string, target: string): void {
  const database = new DatabaseSync(databaseIn(data));
  database.exec(`VACUUM INTO '${databaseIn(target)}'`);
  database.close();
  cpSync(join(data, 'shop-blobs'), join(target, 'shop-blobs'), { recursive: true });
}

test('a backup taken while calls come in restores to all that was acknowledged before it began', async () => {
  const data = temporaryFolder();
  const target = temporaryFolder();
  const server = await start(data);
  const acknowledged: string[] = [];
  let writing = true;
  const writer = (async () => {
    for (let number = 0; writing; number++) {
      const reply = await post(server.url, [
        ['key', KEY],
        ['resource', 'add_product'],
        ['data', productXml(number)],
      ]);
      expect(reply.text).toContain('<add_product');
      acknowledged.push(`R${number}`);
    }
  })();
  while (acknowledged.length < 50) await new Promise((resolve) => setTimeout(resolve, 5));
  const before = [...acknowledged];
  backUp(data, target);
  while (acknowledged.length < before.length + 20) await new Promise((resolve) => setTimeout(resolve, 5));
  writing = false;
  await writer;

  const restored = await start(target);
  const list = await post(restored.url, [
    ['key', KEY],
    ['resource', 'products_list'],
  ]);
  for (const reference of before) expect(list.text).toContain(`>${reference}<`);
  await restored.stop();
  const { backoffice, close } = await openStore(storeIn(target));
  const products = (await Array.fromAsync(backoffice.products())).flat();
  expect(products.length).toBeGreaterThanOrEqual(before.length);
  for (const { image } of products)
    expect((await backoffice.blob(image?.sha256 ?? ''))?.subarray(0, 4)).toEqual(PNG);
  await close();
});
