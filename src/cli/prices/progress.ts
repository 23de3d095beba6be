import type { Terminal } from '../terminal.ts';
import type { PricesWording } from '../wording/prices.ts';

/** Shows on standard error how many rules were looked at. */
export interface LookProgress {
  looked(rules: number, found: number): void;
  /** Before anything else is written. */
  clear(): void;
  stop(): void;
}

const CLEAR_LINE = '\r\u001b[K';
const TERMINAL_EVERY_MS = 200;
const LINE_EVERY_MS = 3000;

/** One line that is written over on a terminal; elsewhere a line every few seconds. */
export function createLookProgress(errors: Terminal['errors'], wording: PricesWording): LookProgress {
  const { isTTY = false } = errors;
  let last = performance.now();
  let isShown = false;
  const clear = (): void => {
    if (isShown) errors.write(CLEAR_LINE);
    isShown = false;
  };
  return {
    looked(rules, found) {
      const now = performance.now();
      if (now - last < (isTTY ? TERMINAL_EVERY_MS : LINE_EVERY_MS)) return;
      last = now;
      clear();
      errors.write(`${wording.progress(rules, found)}${isTTY ? '' : '\n'}`);
      isShown = isTTY;
    },
    clear,
    stop: clear,
  };
}
