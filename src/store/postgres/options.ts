import { fail } from '../../domain/error.ts';
import { isSchemaName } from './schema-name.ts';

export interface PostgresOptions {
  /** `postgres://USER:PASSWORD@HOST:PORT/DATABASE`. */
  readonly url: string;
  /** The shop's own; `passerelle` by default. Small letters, digits and `_`. */
  readonly schema?: string;
  /** Connections that all shops of this process (or thread) on the same URL share; 10 by default. */
  readonly poolSize?: number;
  /** How long a write waits for another process's lock, and anything for a free connection; 60,000 by default. */
  readonly patienceMs?: number;
  /** 5,000 by default. */
  readonly connectTimeoutMs?: number;
  /** Of one statement that is no part of a bulk message; 60,000 by default. */
  readonly statementTimeoutMs?: number;
}

export type PostgresSettings = Required<PostgresOptions>;

/** Rejects with `option_invalid`. */
export function postgresSettings(options: PostgresOptions): PostgresSettings {
  const { schema = 'passerelle', poolSize = 10 } = options;
  if (!isSchemaName(schema))
    throw fail('option_invalid', {
      field: 'schema',
      value: schema,
      expected: 'a-z, 0-9, _; at most 63; not pg_…',
    });
  if (!Number.isInteger(poolSize) || poolSize < 1)
    throw fail('option_invalid', { field: 'poolSize', value: String(poolSize), expected: '1, 2, 3 …' });
  return {
    patienceMs: 60_000,
    connectTimeoutMs: 5000,
    statementTimeoutMs: 60_000,
    ...options,
    schema,
    poolSize,
  };
}
