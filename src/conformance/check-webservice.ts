import { randomInt } from 'node:crypto';
import { ConformanceError } from './conformance-error.ts';
import { createHttpClient } from './http/client.ts';
import type { CheckOptions } from './options.ts';
import type { CheckReport } from './report.ts';
import { REQUIREMENTS, type RequirementId } from './requirements/requirements.ts';
import { runScenarios } from './run-scenarios.ts';
import { createRecorder } from './session/recorder.ts';
import { createSession } from './session/session.ts';
import { staleEntries } from './verdict.ts';

const TIMEOUT_MS = 30_000;
const PREFIX = 'PASSERELLE-CHECK-';

/**
 * Judges a webservice by what it answers. Without `write` no request is sent that could change anything.
 *
 * @throws {ConformanceError} `bad_url`, `no_answer` when nothing came back to the first request, `aborted`.
 */
export async function checkWebservice(options: CheckOptions): Promise<CheckReport> {
  const { profile, language, write, timeoutMs = TIMEOUT_MS, signal, baseline = [] } = options;
  const startedAt = new Date();
  const client = createHttpClient({ url: parseUrl(options), timeoutMs, signal });
  const recorder = createRecorder(language);
  const created = new Set<string>();
  const prefix = options.prefix ?? `${PREFIX}${randomPart()}`;
  const session = createSession({
    options,
    prefix,
    client,
    recorder,
    sentenceOf: sentenceIn(options),
    created,
  });
  try {
    const findings = await runScenarios(session, recorder.read);
    return {
      target: options.url,
      kind: 'webservice',
      profile,
      write,
      startedAt: startedAt.toISOString(),
      durationMs: Date.now() - startedAt.getTime(),
      requests: client.count(),
      findings,
      stale: staleEntries(findings, baseline),
      created: [...created],
    };
  } catch (error) {
    if (signal?.aborted) throw new ConformanceError('aborted', language, { url: options.url });
    throw error;
  } finally {
    client.close();
  }
}

function parseUrl({ url, language }: CheckOptions): URL {
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  if (parsed && /^https?:$/.test(parsed.protocol)) return parsed;
  throw new ConformanceError('bad_url', language, { url });
}

/** Four letters and digits: references of 32 characters are the shortest that shops keep. */
const randomPart = (): string =>
  randomInt(36 ** 4)
    .toString(36)
    .padStart(4, '0')
    .toUpperCase();

const sentenceIn = ({ language }: CheckOptions) => {
  const sentences = new Map(REQUIREMENTS.map(({ id, sentence }) => [id, sentence[language]]));
  return (id: RequirementId): string => sentences.get(id) ?? id;
};
