import { checkWebservice } from '../../conformance/check-webservice.ts';
import type { CheckReport } from '../../conformance/report.ts';
import { fail } from '../../domain/error.ts';
import { CHECK_WORDING } from '../wording/check.ts';
import type { Check } from './check.ts';
import { createFindingProgress } from './progress.ts';
import { secondsOption } from './seconds-option.ts';

/** Judges the webservice at `url`. Rejects where it cannot begin. */
export async function judgeWebservice(
  { context, flags, baseline, signal }: Check,
  url: string | undefined,
): Promise<CheckReport> {
  const { terminal, language } = context;
  const words = CHECK_WORDING[language];
  const key = flags.key ?? terminal.environment.PASSERELLE_KEY;
  if (url === undefined)
    throw fail('option_invalid', { field: 'URL', value: '', expected: words.urlMissing });
  if (!key) throw fail('option_invalid', { field: '--key', value: '', expected: words.keyMissing });
  if (flags.order !== undefined && !flags.write)
    throw fail('option_invalid', { field: '--order', value: flags.order, expected: words.orderNeedsWrite });
  const seconds = secondsOption('--timeout', flags.timeout, words.idleExpected);
  const progress = createFindingProgress(terminal.errors, words);
  try {
    return await checkWebservice({
      url,
      key,
      profile: flags.profile,
      language,
      write: flags.write ?? false,
      baseline,
      signal,
      onFinding: (_finding, done, total) => progress.show(done, total),
      ...(flags.order !== undefined && { order: flags.order }),
      ...(seconds !== undefined && { timeoutMs: seconds * 1000 }),
    });
  } finally {
    progress.stop();
  }
}
