import { fail } from '../domain/error.ts';

/** Loads a driver when it is needed. Throws `driver_missing`, with the package to install, where it is not installed. */
export async function loadDriver<Module>(name: string, load: () => Promise<Module>): Promise<Module> {
  try {
    return await load();
  } catch (error) {
    if (isMissing(error, name)) throw fail('driver_missing', { value: name }, error);
    throw error;
  }
}

/** A driver that is there and lacks a part of its own is no missing driver. */
const isMissing = (error: unknown, name: string): boolean =>
  error instanceof Error &&
  'code' in error &&
  error.code === 'ERR_MODULE_NOT_FOUND' &&
  error.message.includes(`'${name}'`);
