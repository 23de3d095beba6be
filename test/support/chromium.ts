import { accessSync, constants } from 'node:fs';

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/**
 * The Chromium of PASSERELLE_TEST_CHROMIUM or of this machine. Without one the suite is skipped and says so; on a build
 * server (`CI=true`) that is a failure.
 */
export function findChromium(suite: string): string | undefined {
  const named = process.env.PASSERELLE_TEST_CHROMIUM;
  const found = (named ? [named] : PLACES).find(isRunnable);
  if (found) return found;
  const message = `NOT RUN: ${suite} in a browser. Install Chromium (apt-get install chromium) or set PASSERELLE_TEST_CHROMIUM to one`;
  if (process.env.CI === 'true') throw new Error(message);
  console.warn(message);
  return undefined;
}

function isRunnable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
