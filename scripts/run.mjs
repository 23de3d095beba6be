// Runs a TypeScript file on the Node that the project pins: node scripts/run.mjs FILE ARGUMENTS…
// A plain `node` in the npm script would not do on the first run: the shell remembers where it found the system's.
import { spawn } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import './install.mjs';

const bin = join(dirname(fileURLToPath(import.meta.url)), '..', 'node_modules', 'node', 'bin');
const pinned = join(bin, process.platform === 'win32' ? 'node.exe' : 'node');
const child = spawn(pinned, process.argv.slice(2), { stdio: 'inherit' });
for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
// Ctrl-C reaches the child from the terminal itself; a second one would mean "at once".
process.on('SIGINT', () => {});
child.on('error', (error) => {
  process.stderr.write(
    `The pinned Node did not start (${error.message}); delete node_modules and try again.\n`,
  );
  process.exitCode = 1;
});
child.on('exit', (code, signal) => {
  process.exitCode = code ?? (signal === null ? 1 : 128);
});
