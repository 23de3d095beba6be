// Builds the console's pages into console/dist, unless they are there and as new as their sources.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';

const root = join(import.meta.dirname, '..');
const stamp = join(root, 'node_modules', '.passerelle-console');
const SOURCES = ['console/src', 'console/public', 'src/client'];
const FILES = ['console/index.html', 'console/vite.config.ts', 'package-lock.json'];

function digestOfSources(): string {
  const hash = createHash('sha256');
  const within = SOURCES.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name)),
  );
  for (const file of [...FILES.map((name) => join(root, name)), ...within].sort()) {
    hash.update(`${file}\0`).update(readFileSync(file));
  }
  return hash.digest('hex');
}

const digest = digestOfSources();
const isBuilt = existsSync(join(root, 'console', 'dist', 'index.html')) && existsSync(stamp);
if (!isBuilt || readFileSync(stamp, 'utf8') !== digest) {
  process.stderr.write('Building the console (once)…\n');
  // Whoever asks, tests too: React is another one for development.
  process.env.NODE_ENV = 'production';
  await build({ configFile: join(root, 'console', 'vite.config.ts'), logLevel: 'warn' });
  writeFileSync(stamp, digest);
}
