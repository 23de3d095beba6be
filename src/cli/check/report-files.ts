import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { CheckReport } from '../../conformance/report.ts';
import { htmlReport } from '../../conformance/reports/html.ts';
import { jsonReport } from '../../conformance/reports/json.ts';
import { junitReport } from '../../conformance/reports/junit.ts';
import { fail } from '../../domain/error.ts';
import type { CommandContext } from '../commands/context.ts';
import { write } from '../terminal.ts';

interface ReportFiles {
  readonly html?: string;
  readonly junit?: string;
  /** `-` is standard output. */
  readonly json?: string;
}

/** Writes the reports that were asked for; gives the files' paths. Rejects with `file_unwritable`. */
export async function writeReports(
  { terminal, language }: CommandContext,
  report: CheckReport,
  { html, junit, json }: ReportFiles,
): Promise<readonly string[]> {
  if (json === '-') await write(terminal.output, jsonReport(report));
  const wanted: readonly (readonly [string | undefined, () => string])[] = [
    [html, () => htmlReport(report, language)],
    [junit, () => junitReport(report, language)],
    [json === '-' ? undefined : json, () => jsonReport(report)],
  ];
  const written: string[] = [];
  for (const [name, content] of wanted) {
    if (name === undefined) continue;
    const path = resolve(terminal.folder, name);
    await writeFile(path, content()).catch((cause: unknown) => {
      const expected = cause instanceof Error ? cause.message : String(cause);
      throw fail('file_unwritable', { value: path, expected }, cause);
    });
    written.push(path);
  }
  return written;
}
