import { tmpdir } from 'node:os';
import { afterEach, expect } from 'vitest';
import type { ErpSource, Read } from '../../src/connector/erp-source.ts';
import { sqlSettingsSchema } from '../../src/connector/sql/settings.ts';
import { openSqlSource } from '../../src/connector/sql/sql-source.ts';
import { PasserelleError } from '../../src/domain/error.ts';
import type { DatabaseServer } from './databases.ts';
import type { TestDatabase } from './test-database.ts';

/** Databases and sources of one test, closed and dropped after it. */
export function testBench(server: DatabaseServer) {
  const cleaning: (() => unknown)[] = [];
  afterEach(async () => {
    for (const clean of cleaning.splice(0).toReversed()) await clean();
  });
  return {
    cleaning,
    async database(...statements: readonly string[]): Promise<TestDatabase> {
      const created = await server.create();
      cleaning.push(created.drop);
      await created.execute(...statements);
      return created;
    },
    async open(url: string, settings: object = {}, folder = tmpdir()): Promise<ErpSource> {
      const checked = sqlSettingsSchema.parse({ database: url, ...settings });
      const source = await openSqlSource(checked, { shop: 'boutique', folder, environment: {} });
      cleaning.push(() => source.close());
      return source;
    },
  };
}

export async function read<T>(batches: AsyncIterable<readonly T[]>): Promise<T[]> {
  return (await Array.fromAsync(batches)).flat();
}

export async function values<T>(batches: AsyncIterable<readonly Read<T>[]>): Promise<T[]> {
  return (await read(batches)).map((item) =>
    'value' in item ? item.value : expect.fail(JSON.stringify(item)),
  );
}

export async function problemOf(work: Promise<unknown>) {
  try {
    await work;
  } catch (error) {
    if (error instanceof PasserelleError) return error.problem;
    throw error;
  }
  return expect.fail('it worked');
}
