import { readFileSync } from 'node:fs';

/** Of Linux. */
const TICK_MS = 10;

/** Processor time that a process has had, its threads and the system's work for it too; ms. NaN where the system does not tell. */
export function processorMs(pid: number): number {
  try {
    // Behind the program's name, which may hold anything: the 12th and 13th of what follows.
    const [, fields = ''] = /\) (.*)$/s.exec(readFileSync(`/proc/${pid}/stat`, 'utf8')) ?? [];
    const [user, system] = fields.split(' ').slice(11, 13).map(Number);
    return ((user ?? Number.NaN) + (system ?? Number.NaN)) * TICK_MS;
  } catch {
    return Number.NaN;
  }
}
