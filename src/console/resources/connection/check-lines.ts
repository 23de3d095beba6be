import { type CheckReport, hasPassed } from '../../../conformance/report.ts';
import { PasserelleError } from '../../../domain/error.ts';
import { type Problem, problem, type Reason } from '../../../domain/problem.ts';
import { describe, type Language } from '../../../shop/wording.ts';

/** A line of the reply. */
type CheckLine =
  | { readonly kind: 'progress'; readonly done: number; readonly total: number }
  | { readonly kind: 'report'; readonly passed: boolean; readonly report: CheckReport }
  | { readonly kind: 'problem'; readonly reason: Reason; readonly detail: string };

type Check = (onProgress: (done: number, total: number) => void, gone: AbortSignal) => Promise<CheckReport>;

/** Runs the check while its lines are read; it ends when nobody reads them any more. */
export function checkLines(check: Check, language: Language): ReadableStream<Uint8Array> {
  const gone = new AbortController();
  return new ReadableStream<Uint8Array>({
    async start(controller) {
      const say = (line: CheckLine): void => {
        if (!gone.signal.aborted) controller.enqueue(Buffer.from(`${JSON.stringify(line)}\n`));
      };
      const report = await check((done, total) => say({ kind: 'progress', done, total }), gone.signal).catch(
        (error: unknown): Problem =>
          error instanceof PasserelleError ? error.problem : problem('internal', {}),
      );
      say(
        'reason' in report
          ? { kind: 'problem', reason: report.reason, detail: describe(report, language) }
          : { kind: 'report', passed: hasPassed(report), report },
      );
      if (!gone.signal.aborted) controller.close();
    },
    cancel: () => gone.abort(),
  });
}
