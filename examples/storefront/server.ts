import { once } from 'node:events';
import { createServer } from 'node:http';
import { ApiError } from 'passerelle/client';
import { createStorefront } from './app.ts';
import { type Settings, settingsFrom } from './settings.ts';
import { createShopApi } from './shop-api.ts';

try {
  const settings = settingsFrom(process.env);
  const { name } = await reachShop(settings);
  const server = createServer(createStorefront(settings, name));
  server.listen(settings.port, '127.0.0.1');
  await once(server, 'listening');
  console.log(`The shop "${name}" is open: ${settings.url}`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => {
      server.close();
      server.closeAllConnections();
    });
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

/** Before anybody comes: whether the API is there, and takes the token. */
async function reachShop(settings: Settings): Promise<{ readonly name: string }> {
  try {
    return await createShopApi(settings, 'en').shop();
  } catch (error) {
    const reason = error instanceof ApiError ? error.message : 'nobody answers there; is the server running?';
    throw new Error(`The API at ${settings.api} cannot be used: ${reason}`);
  }
}
