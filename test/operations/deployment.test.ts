import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { VARIABLES } from '../../src/cli/configuration/environment.ts';
import { loadConfiguration } from '../../src/cli/configuration/load.ts';
import { startServer } from '../support/server-process.ts';
import { temporaryFolder } from '../support/temporary.ts';

const root = join(import.meta.dirname, '..', '..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const DOCKERFILE = read('Dockerfile');
const COMPOSE = read('compose.yaml');

const matches = (text: string, pattern: RegExp): string[] =>
  [...text.matchAll(pattern)].map(([, found = '']) => found);

const deployed = () =>
  loadConfiguration({
    folder: tmpdir(),
    file: join(root, 'deploy', 'passerelle.config.json'),
    environment: {},
    terminalLanguage: 'en',
  });

test('every variable of the image and of the compose file is one that is read', () => {
  const names = matches(`${DOCKERFILE}${COMPOSE}`, /^\s+(PASSERELLE_\w+)[=:]/gm);
  expect(names.length).toBeGreaterThan(4);
  for (const name of names) expect(Object.keys(VARIABLES)).toContain(name);
});

test('what the image is built from is there, and the build sees it', () => {
  const sources = matches(DOCKERFILE, /^COPY (?!--from)(.+) \S+$/gm).flatMap((paths) => paths.split(' '));
  const seen = matches(read('.dockerignore'), /^!(.+)$/gm);
  expect(sources).toContain('src');
  for (const source of sources) {
    expect(existsSync(join(root, source)), source).toBe(true);
    expect(seen).toContain(source);
  }
});

test('the files that the compose file mounts are there', () => {
  const mounted = matches(COMPOSE, /(\.\/[\w./-]+)/g);
  expect(mounted.length).toBeGreaterThan(1);
  for (const path of mounted) expect(existsSync(join(root, path)), path).toBe(true);
});

test('the servers’ settings are accepted and fit the compose file', async () => {
  const { trustedProxies, drainAnnounceSeconds, drainSeconds } = await deployed();
  expect(matches(COMPOSE, /subnet: (\S+)/g)).toEqual(trustedProxies);
  const patience = Math.min(...matches(COMPOSE, /stop_grace_period: (\d+)s/g).map(Number));
  expect(patience).toBeGreaterThan(drainAnnounceSeconds + drainSeconds);
  // The proxy has to notice before nothing is taken any more.
  const [interval] = matches(read('deploy/Caddyfile'), /health_interval (\d+)s/g);
  expect(drainAnnounceSeconds).toBeGreaterThan(2 * Number(interval));
});

test('the image’s health check says yes to a server that is ready, and no to none', async () => {
  const [words = '[]'] = matches(DOCKERFILE, /^ {2}CMD (\[.*\])$/gm);
  const [, ...parameters]: string[] = JSON.parse(words);
  const check = async (port: string): Promise<unknown> => {
    const child = spawn(process.execPath, parameters, { env: { PASSERELLE_PORT: port } });
    const [code]: unknown[] = await once(child, 'exit');
    return code;
  };
  const data = temporaryFolder();
  const server = await startServer(data);
  const { port } = new URL(server.url);
  expect(await check(port)).toBe(0);
  await server.stop();
  expect(await check(port)).toBe(1);
});
