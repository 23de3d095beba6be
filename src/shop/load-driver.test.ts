import { expect, test } from 'vitest';
import { loadDriver } from './load-driver.ts';

test('a driver that is not installed is named, with the package', async () => {
  const name: string = 'passerelle-no-such-driver';
  await expect(loadDriver(name, () => import(name))).rejects.toMatchObject({
    problem: { reason: 'driver_missing', value: name },
  });
});

test('a fault of the driver’s own is not hidden', async () => {
  const broken = async () => {
    throw new Error('broken');
  };
  await expect(loadDriver('pg', broken)).rejects.toThrow('broken');
});
