import type { Summary } from './statistics.ts';

const WHOLE = new Intl.NumberFormat('en', { maximumFractionDigits: 0 });
const SIGNIFICANT = new Intl.NumberFormat('en', { maximumSignificantDigits: 3 });

/** Three significant digits, or all of a number that is longer. */
export const formatNumber = (value: number): string =>
  Math.abs(value) >= 1000 ? WHOLE.format(value) : SIGNIFICANT.format(value);

export const formatMs = (ms: number): string => `${formatNumber(ms)} ms`;

export const formatWaits = ({ p50, p95, max, count }: Summary): string =>
  count === 0 ? 'none' : `p50 ${formatNumber(p50)}, p95 ${formatNumber(p95)}, max ${formatNumber(max)} ms`;

/** Of 2^20 bytes. */
export const megabytes = (bytes: number): number => bytes / (1 << 20);
