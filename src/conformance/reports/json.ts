import { type CheckReport, hasPassed } from '../report.ts';
import { countVerdicts } from './summary.ts';

/** The whole report for programs: the contract's own shape (report.ts), with the sum of it in front. */
export const jsonReport = (report: CheckReport): string =>
  `${JSON.stringify({ passed: hasPassed(report), counts: countVerdicts(report.findings), ...report }, null, 2)}\n`;
