import { CONSOLE_PATH } from '../base-path.ts';

/** The header of what was made. */
export const madeAt = (list: string, name: string) => ({
  location: `${CONSOLE_PATH}/${list}/${encodeURIComponent(name)}`,
});
