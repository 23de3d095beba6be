import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { temporaryFolder } from '../../../test/support/temporary.ts';
import { PasserelleError } from '../../domain/error.ts';
import { describe as sentence } from '../../shop/wording.ts';
import { type ConfigurationSources, loadConfiguration } from './load.ts';

let folder: string;
beforeEach(async () => {
  folder = temporaryFolder();
});

const load = (more: Partial<ConfigurationSources> = {}) =>
  loadConfiguration({ folder, environment: {}, terminalLanguage: 'en', ...more });

const writeJson = (content: unknown, name = 'passerelle.config.json') =>
  writeFile(join(folder, name), JSON.stringify(content));

async function refusal(more: Partial<ConfigurationSources> = {}): Promise<string> {
  const error: unknown = await load(more).then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof PasserelleError))
    throw new Error('the configuration was accepted', { cause: error });
  return sentence(error.problem, more.terminalLanguage ?? 'en');
}

test('without anything, the defaults make one shop on a file of the data folder', async () => {
  const { shops, data, ...rest } = await load();
  expect(data).toBe(join(folder, 'data'));
  expect(shops).toEqual([
    expect.objectContaining({
      name: 'shop',
      store: `sqlite:${join(folder, 'data', 'shop.sqlite')}`,
      blobs: join(folder, 'data', 'shop-blobs'),
      language: 'fr',
      timeZone: 'Europe/Paris',
      profile: 'v3',
      centimetresPerUnit: '1',
    }),
  ]);
  expect(rest).toMatchObject({ host: '127.0.0.1', port: 8787, language: 'en' });
  expect(rest.limits).toMatchObject({ bodyBytes: 2 ** 30, parts: 500, headerSeconds: 10 });
});

test('the environment overrides the file, and touches only the first shop', async () => {
  await writeJson({ port: 1, shops: [{ name: 'a', keys: ['old'], priceRules: 'full' }, { name: 'b' }] });
  const { port, shops } = await load({
    environment: { PASSERELLE_PORT: '2', PASSERELLE_KEY: 'new', PASSERELLE_STORE: 'sqlite:x/y.sqlite' },
  });
  expect(port).toBe(2);
  expect(shops[0]).toMatchObject({
    keys: ['new'],
    priceRules: 'full',
    store: `sqlite:${join(folder, 'x/y.sqlite')}`,
  });
  expect(shops[1]).not.toHaveProperty('keys');
});

test('a TypeScript file is read, and --data overrides everything', async () => {
  await writeFile(
    join(folder, 'passerelle.config.ts'),
    'export default { port: 9 as number, data: "elsewhere" };',
  );
  expect(await load()).toMatchObject({ port: 9, data: join(folder, 'elsewhere') });
  expect((await load({ data: 'there', environment: { PASSERELLE_DATA: 'here' } })).data).toBe(
    join(folder, 'there'),
  );
});

test('PASSERELLE_LANG rules the replies too, the terminal’s language only the commands', async () => {
  const said = await load({ environment: { PASSERELLE_LANG: 'en_GB.UTF-8' }, terminalLanguage: 'fr' });
  expect([said.language, said.shops[0].language]).toEqual(['en', 'en']);
  const heard = await load({ terminalLanguage: 'en' });
  expect([heard.language, heard.shops[0].language]).toEqual(['en', 'fr']);
});

test('an unknown key is refused with the one that was meant, at any depth', async () => {
  await writeJson({ prot: 80, limits: { bodyByte: 1 }, shops: [{ timezone: 'UTC' }] });
  const text = await refusal();
  expect(text).toContain('unknown key "prot": did you mean "port"?');
  expect(text).toContain('unknown key "limits.bodyByte": did you mean "bodyBytes"?');
  expect(text).toContain('unknown key "shops[0].timezone": did you mean "timeZone"?');
});

test.each([
  [{ port: 'x' }, '"port":'],
  [{ limits: { parts: 0 } }, '"limits.parts":'],
  [{ shops: [] }, '"shops":'],
  [{ shops: [{ name: '../etc' }] }, '"shops[0].name": expected plain letters'],
  [{ shops: [{ name: 'a' }, { name: 'A' }] }, '"shops": expected a name of its own'],
  [
    {
      shops: [
        { name: 'a', keys: ['k'] },
        { name: 'b', keys: ['k'] },
      ],
    },
    '"shops": expected keys of its own',
  ],
  [{ shops: [{ store: 'mysql://x' }] }, '"shops[0].store": expected sqlite:PATH'],
  [{ shops: [{ timeZone: 'Paris' }] }, '"shops[0].timeZone": expected a time zone'],
  [{ shops: [{ centimetresPerUnit: '1,5' }] }, '"shops[0].centimetresPerUnit": expected a number'],
  [{ shops: [{ kilogramsPerUnit: 0 }] }, '"shops[0].kilogramsPerUnit": expected a number above 0'],
  [{ shops: [{ clearable: ['netPrice'] }] }, '"shops[0].clearable[0]":'],
])('%j is refused by name', async (content, expected) => {
  await writeJson(content);
  expect(await refusal()).toContain(expected);
});

test('a bad variable is named, not the key behind it; a mistyped one is found', async () => {
  const text = await refusal({ environment: { PASSERELLE_PORT: '80a', PASSERELLE_HOTS: 'x' } });
  expect(text).toContain('"PASSERELLE_PORT":');
  expect(text).toContain('unknown key "PASSERELLE_HOTS": PASSERELLE_HOST ?');
  expect(text).not.toContain('80a');
});

test('errors speak French too', async () => {
  await writeJson({ port: 'x', shops: [{ languge: 'a' }] });
  const text = await refusal({ terminalLanguage: 'fr' });
  expect(text).toMatch(/« port » : Entrée invalide/);
  expect(text).toContain('clé inconnue « shops[0].languge » : vouliez-vous dire');
});

test('a file that cannot be read, or two of them, stop the command', async () => {
  await writeFile(join(folder, 'passerelle.config.json'), '{');
  expect(await refusal()).toContain('Unreadable configuration file');
  await writeFile(join(folder, 'passerelle.config.ts'), 'export default {}');
  expect(await refusal()).toContain('Two configuration files');
  expect(await refusal({ file: 'none.json' })).toContain('none.json');
});

test('a bucket takes its service and credentials from the file and the environment; the folder stays a path', async () => {
  await writeJson({
    s3: { endpoint: 'https://s3.example', pathStyle: false },
    shops: [
      { name: 'a', blobs: 's3://images/shop/a' },
      { name: 'b', blobs: 'pictures' },
    ],
  });
  const { shops } = await load({
    environment: { AWS_ACCESS_KEY_ID: 'id', AWS_SECRET_ACCESS_KEY: 'secret', AWS_REGION: 'eu-west-3' },
  });
  expect(shops[0].blobs).toEqual({
    endpoint: 'https://s3.example',
    bucket: 'images',
    prefix: 'shop/a',
    region: 'eu-west-3',
    accessKeyId: 'id',
    secretAccessKey: 'secret',
    pathStyle: false,
  });
  expect(shops[1]?.blobs).toBe(join(folder, 'pictures'));
});

test('a bucket without credentials is refused, and so is a prefix that a URL would spell another way', async () => {
  expect(await refusal({ environment: { PASSERELLE_BLOBS: 's3://images' } })).toContain('AWS_ACCESS_KEY_ID');
  const environment = { AWS_ACCESS_KEY_ID: 'id', AWS_SECRET_ACCESS_KEY: 'secret' };
  for (const blobs of ['s3://images/é', 's3://images/../x', 's3://images//x', 's3://IMAGES', 's3:images'])
    expect(await refusal({ environment: { ...environment, PASSERELLE_BLOBS: blobs } })).toContain(
      'PASSERELLE_BLOBS',
    );
});

test('Amazon’s own service is the default', async () => {
  const environment = {
    AWS_ACCESS_KEY_ID: 'id',
    AWS_SECRET_ACCESS_KEY: 's',
    PASSERELLE_BLOBS: 's3://images',
  };
  const { shops } = await load({ environment: { ...environment, AWS_REGION: 'eu-west-3' } });
  expect(shops[0].blobs).toMatchObject({ endpoint: 'https://s3.eu-west-3.amazonaws.com', prefix: '' });
});

test('a variable of a group leaves the group’s other keys as the file has them', async () => {
  await writeJson({ metrics: { access: 'open' } });
  const { metrics } = await load({ environment: { PASSERELLE_METRICS_TOKEN: 'secret' } });
  expect(metrics).toEqual({ access: 'open', token: 'secret' });
});

test('a PostgreSQL URL is taken as it is; each shop has a schema of its own', async () => {
  const store = 'postgres://u:p@db.example/shops';
  await writeJson({
    shops: [
      { name: 'Retail-1', store },
      { name: 'b', store, schema: 'other' },
    ],
  });
  const { shops } = await load();
  expect(shops.map((shop) => [shop.store, shop.schema])).toEqual([
    [store, 'passerelle_retail_1'],
    [store, 'other'],
  ]);
  await writeJson({
    shops: [
      { name: 'a-1', store },
      { name: 'a_1', store },
    ],
  });
  expect(await refusal()).toContain('shops');
  await writeJson({ shops: [{ store: 'postgres://' }] });
  expect(await refusal()).toContain('shops[0].store');
});
