import { once } from 'node:events';
import { createServer } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, expect, test } from 'vitest';
import { startCommand } from '../../../../test/support/run-command.ts';
import { temporaryFolder } from '../../../../test/support/temporary.ts';

const folder = temporaryFolder(afterAll);

test('where the port is taken, the server says so, and how to choose another', async () => {
  const holder = createServer().listen(0, '127.0.0.1');
  await once(holder, 'listening');
  const address = holder.address();
  const port = typeof address === 'object' ? String(address?.port) : '';
  const server = startCommand(['serve'], { folder, environment: { PASSERELLE_PORT: port } });
  const [errors, [exitCode]] = await Promise.all([text(server.stderr), once(server, 'exit')]);
  holder.close();
  expect(errors).toContain(`Cannot listen at 127.0.0.1:${port} (EADDRINUSE)`);
  expect(errors).toContain('PASSERELLE_PORT');
  expect(exitCode).toBeGreaterThan(0);
}, 60_000);
