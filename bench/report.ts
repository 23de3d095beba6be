import { formatNumber } from './format.ts';
import type { Machine } from './machine.ts';
import { type Goal, type Row, verdictOf } from './rows.ts';

const HEADINGS = ['bench', 'work', 'ours', 'reference', 'ratio', 'goal', ''];

/** A Markdown table that also reads well as it is. */
export function formatReport(rows: readonly Row[]): string {
  const cells = [HEADINGS, ...rows.map(cellsOf)];
  const widths = HEADINGS.map((_, column) => Math.max(3, ...cells.map((line) => line[column]?.length ?? 0)));
  const [head, ...body] = cells.map((line) => formatLine(line, widths));
  const rule = `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`;
  return [head, rule, ...body].join('\n');
}

const cellsOf = (row: Row): string[] => [
  row.bench,
  row.work,
  row.ours,
  row.reference,
  row.unit === '×' && row.figure !== undefined ? `${formatNumber(row.figure)}×` : '',
  row.goal ? formatGoal(row.goal, row.unit) : '',
  verdictOf(row),
];

const formatLine = (line: readonly string[], widths: readonly number[]): string =>
  `| ${line.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;

const formatGoal = (goal: Goal, unit: Row['unit']): string => {
  const [sign, value] = 'atLeast' in goal ? ['≥', goal.atLeast] : ['≤', goal.atMost];
  return `${sign} ${value}${unit === '×' ? '×' : ` ${unit}`}`;
};

export const formatMachine = (machine: Machine): string =>
  [
    `${machine.cores} cores (${machine.processor}), ${machine.memoryGb} GB, ${machine.platform}`,
    `Node ${machine.node}, SQLite ${machine.sqlite}`,
    `fdatasync of 4 KB in ${machine.folder}: p50 ${formatNumber(machine.syncMs.p50)} ms, p95 ${formatNumber(machine.syncMs.p95)} ms`,
    `load when it began: ${machine.load.toFixed(2)}${machine.load > machine.cores / 2 ? ' (others are working: read ratios with care)' : ''}`,
  ].join('\n');

/** Everything in one value, for `--json`. */
export const reportJson = (machine: Machine, rows: readonly Row[]): string =>
  `${JSON.stringify({ machine, rows: rows.map((row) => ({ ...row, verdict: verdictOf(row) })) }, undefined, 2)}\n`;
