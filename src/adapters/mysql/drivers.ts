import { loadDriver } from '../../shop/load-driver.ts';

/**
 * The packages that a CMS's adapter stands on are installed beside Passerelle by whoever needs them. Called before a
 * module that imports them is loaded. Rejects with `driver_missing`, which names the package.
 */
export async function requireDrivers(): Promise<void> {
  await loadDriver('mysql2', () => import('mysql2/promise'));
  await loadDriver('kysely', () => import('kysely'));
}
