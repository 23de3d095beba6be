import { readFileSync, writeFileSync } from 'node:fs';
import { megabytes } from './format.ts';

const SAMPLE_MS = 25;

/** In bytes; undefined where the system does not tell (it is Linux that does). */
function statusBytes(pid: number, name: 'VmRSS' | 'VmHWM'): number | undefined {
  try {
    const kib = new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(
      readFileSync(`/proc/${pid}/status`, 'utf8'),
    )?.[1];
    return kib === undefined ? undefined : Number(kib) * 1024;
  } catch {
    return undefined;
  }
}

export interface MemoryGrowth {
  /** Resident memory at its highest, above what it was in the beginning; MB. NaN where the system does not tell. */
  readonly megabytes: number;
  /** At its highest; MB. */
  readonly peak: number;
}

/** Watches a process from now on. */
export function watchMemory(pid: number): { stop(): MemoryGrowth } {
  resetPeak(pid);
  const before = statusBytes(pid, 'VmRSS') ?? Number.NaN;
  let highest = before;
  const timer = setInterval(() => {
    highest = Math.max(highest, statusBytes(pid, 'VmRSS') ?? highest);
  }, SAMPLE_MS).unref();
  return {
    stop() {
      clearInterval(timer);
      // The kernel's own mark sees what falls between two samples.
      const peak = Math.max(highest, statusBytes(pid, 'VmHWM') ?? highest);
      return { megabytes: megabytes(peak - before), peak: megabytes(peak) };
    },
  };
}

/** So that VmHWM tells the peak from now on; where that is not allowed it may tell an older, higher one. */
function resetPeak(pid: number): void {
  try {
    writeFileSync(`/proc/${pid}/clear_refs`, '5');
  } catch {
    // Samples tell, then.
  }
}
