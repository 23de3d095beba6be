import { shownUrl } from '../../domain/shown-url.ts';
import type { DatabaseKind } from '../database-kind.ts';

export const POSTGRES: DatabaseKind = {
  form: 'postgres://USER:PASSWORD@HOST:PORT/DATABASE',
  accepts: (url) => /^postgres(?:ql)?:\/\/./.test(url) && URL.canParse(url),
  absolute: (url) => url,
  shown: shownUrl,
  waits: true,
  missing: () => undefined,
  hasSchemas: true,
  isPassing: () => false,
  async open(options) {
    // The driver is loaded where it is needed.
    const { openPostgres } = await import('./open.ts');
    return openPostgres(options);
  },
};
