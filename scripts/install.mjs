// Installs the dependencies when they are missing or older than the lock file, then returns at once.
// It runs before anything is installed, so it must work on Node 18 and use nothing but Node itself.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const stamp = join(root, 'node_modules', '.passerelle-installed');
const digest = createHash('sha256')
  .update(readFileSync(join(root, 'package-lock.json')))
  .digest('hex');

if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== digest) {
  process.stderr.write('Installing the dependencies (once)…\n');
  // npm's own output goes to standard error: standard output belongs to the command that follows. Not `npm ci`: it
  // refuses a lock file that lacks the optional packages of other platforms, which not every registry has.
  const result = spawnSync('npm', ['install', '--no-save', '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  });
  if (result.status !== 0) {
    process.stderr.write(
      'The installation failed; see the messages above. Node 18 and npm 9 or newer are needed.\n',
    );
    process.exit(result.status ?? 1);
  }
  writeFileSync(stamp, digest);
}
