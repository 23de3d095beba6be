import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { fail } from '../../domain/error.ts';
import type { DatabaseKind } from '../database-kind.ts';
import { MEMORY } from './path.ts';

const PREFIX = 'sqlite:';
const pathOf = (url: string): string => url.slice(PREFIX.length);

export const SQLITE: DatabaseKind = {
  form: 'sqlite:PATH',
  accepts: (url) => url.startsWith(PREFIX) && url.length > PREFIX.length,
  absolute: (url, folder) => (pathOf(url) === MEMORY ? url : `${PREFIX}${resolve(folder, pathOf(url))}`),
  shown: (url) => url,
  waits: false,
  missing: (url) => (existsSync(pathOf(url)) ? undefined : pathOf(url)),
  hasSchemas: false,
  isPassing: (url) => pathOf(url) === MEMORY,
  async open({ url, patienceMs }) {
    const { openSqlite } = await import('./open.ts');
    return openSqlite(pathOf(url), patienceMs === undefined ? {} : { patienceMs });
  },
  async backUp(url, file) {
    if (pathOf(url) === MEMORY) throw fail('unsupported', { field: MEMORY });
    const { backUpSqlite } = await import('./back-up.ts');
    await backUpSqlite(pathOf(url), file);
  },
};
