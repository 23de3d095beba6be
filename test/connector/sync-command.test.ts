import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { KEY } from '../support/endpoint.ts';
import { runCommand, startCommand } from '../support/run-command.ts';
import { type ServerProcess, startServer } from '../support/server-process.ts';
import { temporaryFolder } from '../support/temporary.ts';

// As a French spreadsheet saves it: semicolons, decimal commas, Windows-1252.
const ARTICLES = [
  'Référence;Désignation;PV HT;Taux TVA;Stock réel;Code barre;Famille;Sous-famille;Poids net',
  'ART-1;Théière émaillée;24,90;20;12;3760000000017;Cuisine;Théières;0,85',
  'ART-2;"Plateau ""Marché""; rond";1 250,00;5,5;-1;;Cuisine;;2',
].join('\r\n');

const home = temporaryFolder(afterAll);
let server: ServerProcess;
let folder: string;

beforeAll(async () => {
  await mkdir(join(home, 'shop'));
  server = await startServer(join(home, 'shop'));
});
afterAll(async () => {
  await server.stop();
});
beforeEach(async () => {
  folder = await mkdtemp(join(home, 'erp-'));
  await writeFile(join(folder, 'articles.csv'), Buffer.from(ARTICLES, 'latin1'));
});

const sync = (...words: string[]) => runCommand(['sync', ...words], { folder });
const target = () => ['--url', server.url, '--key', KEY];

const exported = async (reference: string) => {
  const { output } = await runCommand(['export', 'products', '--data', join(home, 'shop')], { folder });
  const lines = output.split('\n').filter((line) => line !== '');
  return lines.map((line) => JSON.parse(line)).find((line) => line.reference === reference);
};

describe('passerelle sync', () => {
  it('plans without doing, then does, then has nothing to do', async () => {
    const plan = await sync('.', ...target(), '--dry-run');
    expect(plan.errors).toBe('');
    expect(plan.exitCode).toBe(0);
    expect(plan.output).toContain('  add_product ART-1\n  add_product ART-2\n');
    expect(await exported('ART-1')).toBeUndefined();
    expect(await readdir(folder)).toEqual(['articles.csv']);

    const first = await sync('.', ...target());
    expect(first).toMatchObject({ exitCode: 0, errors: '' });
    expect(first.output).toMatch(/^products: 2 read \(2 sent: add_product 2\)/);
    expect(await exported('ART-1')).toMatchObject({
      name: 'Théière émaillée',
      netPrice: '24.9',
      taxRate: '20',
      stock: '12',
      weight: '0.85',
      categoryPath: ['Cuisine', 'Théières'],
    });
    expect(await exported('ART-2')).toMatchObject({ name: 'Plateau "Marché"; rond', netPrice: '1250' });

    const second = await sync('.', ...target(), '--json');
    const report = JSON.parse(second.output);
    expect(report.outcome).toBe('complete');
    expect(report.flows[0]).toMatchObject({ flow: 'products', read: 2, sent: 0, unchanged: 2 });
    expect((await sync('.', ...target(), '--dry-run')).output).toContain('the shop and the ERP agree');
  });

  it('exits with 1 and names the record when one failed, and sends the others', async () => {
    await writeFile(join(folder, 'articles.csv'), `${ARTICLES.replace('24,90', 'cher')}\r\nART-9;Bol;3`);
    const { exitCode, output } = await sync('.', ...target());
    expect(exitCode).toBe(1);
    expect(output).toMatch(/✗ articles\.csv:2: .*ART-1.*PV HT.*cher/);
    expect(await exported('ART-9')).toMatchObject({ netPrice: '3' });
  });

  it('exits with 2 when nobody answers, and when the key is wrong, saying so', async () => {
    const nobody = await sync('.', '--url', 'http://127.0.0.1:9/webservice', '--key', 'k');
    expect(nobody.exitCode).toBe(2);
    expect(nobody.output).toMatch(/Stopped: The shop does not answer/);
    const stranger = await sync('.', '--url', server.url, '--key', 'wrong');
    expect(stranger.exitCode).not.toBe(0);
    expect(stranger.output + stranger.errors).toContain('Wrong key');
  });

  it('reads a settings file, a key from the environment, and refuses a key that it does not know', async () => {
    // biome-ignore lint/suspicious/noTemplateCurlyInString: it is what a person writes into the file
    const settings = { source: { folder: '.' }, shop: { url: server.url, key: '${SHOP_KEY}' } };
    const run = () => runCommand(['sync'], { folder, environment: { SHOP_KEY: KEY } });
    await writeFile(join(folder, 'passerelle.sync.json'), JSON.stringify(settings));
    expect(await run()).toMatchObject({ exitCode: 0, errors: '' });

    await writeFile(
      join(folder, 'passerelle.sync.json'),
      JSON.stringify({ ...settings, editon: 'pro', source: {} }),
    );
    const refused = await run();
    expect(refused.exitCode).toBe(2);
    expect(refused.errors).toMatch(/editon.*edition/s);
    expect(refused.errors).toContain('exactly one source');
  });

  it('says what is missing when there is nothing to bring in step', async () => {
    const empty = await mkdtemp(join(home, 'empty-'));
    const { exitCode, errors } = await runCommand(['sync', '.', ...target()], { folder: empty });
    expect(exitCode).toBe(2);
    expect(errors).toMatch(/holds nothing to exchange.*articles/s);
  });

  it('writes down how the columns were understood, once', async () => {
    const written = await sync('.', '--write-columns');
    expect(written).toMatchObject({ exitCode: 0, errors: '' });
    const map = JSON.parse(await readFile(join(folder, 'passerelle-columns.json'), 'utf8'));
    expect(map.products).toMatchObject({ 'PV HT': 'netPrice', 'Stock réel': 'stock' });
    expect((await sync('.', '--write-columns')).exitCode).toBe(2);
  });

  it('plays an invented ERP, in its quirks', async () => {
    const { exitCode, output } = await sync('simulator:seed=3,articles=20,customers=5,rules=9', ...target());
    expect(exitCode).toBe(0);
    expect(output).toMatch(/products: \d+ read/);
    expect((await sync('simulator:sed=3', ...target())).errors).toContain('seed=1');
  });

  it('goes on every so many minutes until it is asked to end', async () => {
    const child = startCommand(['sync', '.', ...target(), '--watch', '1', '--lang', 'en'], { folder });
    let errors = '';
    child.stderr.on('data', (chunk) => {
      errors += chunk;
      if (errors.includes('Next run at')) child.kill('SIGTERM');
    });
    const [code] = await once(child, 'exit');
    expect({ code, errors }).toEqual({ code: 0, errors: expect.stringContaining('Next run at') });
  });
});
