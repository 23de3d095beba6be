import { randomBytes } from 'node:crypto';
import type { CheckReport } from '../report.ts';
import { staleEntries } from '../verdict.ts';
import { findingsFromBook } from './findings.ts';
import { listen } from './listener.ts';
import type { ConnectorCheckOptions } from './options.ts';
import { createSession, type Session } from './session.ts';

/** A path of its own, with a parameter: both have to be kept. */
const TARGET = '/boutique/webservice.php?shop=1';

/**
 * Listens as a shop and judges the connector that calls it, which a person runs four times: one act each (options.ts).
 * Ends by itself after the last act, after `totalSeconds`, or when `signal` says so; the report then says what stands.
 * Rejects when it cannot listen.
 */
export async function checkConnector(options: ConnectorCheckOptions): Promise<CheckReport> {
  const { host = '127.0.0.1', profile = 'v3', language = 'en', baseline = [], flows } = options;
  const key = options.key ?? randomBytes(16).toString('hex');
  const startedAt = new Date();
  const session = createSession({
    key,
    target: TARGET,
    profile,
    language,
    products: options.products ?? [],
    options: options.options ?? [],
  });
  const end = createEnd(options);
  const clerk = createClerk(session, options, end.noteCall);
  const listener = await listen({ host, port: options.port ?? 0 }, clerk).catch((error: unknown) => {
    end.cancel();
    throw error;
  });
  const target = `http://${host.includes(':') ? `[${host}]` : host}:${listener.port}${TARGET}`;
  options.onListening?.({ url: target, key });
  await end.reached;
  await listener.close();
  const findings = findingsFromBook(session.conclude(), {
    profile,
    language,
    baseline,
    act: session.script().act,
    ...(flows ? { flows } : {}),
  });
  findings.forEach((finding, index) => {
    options.onFinding?.(finding, index + 1, findings.length);
  });
  return {
    target,
    kind: 'connector',
    profile,
    write: false,
    startedAt: startedAt.toISOString(),
    durationMs: Date.now() - startedAt.getTime(),
    requests: session.requests(),
    findings,
    stale: staleEntries(findings, baseline),
    created: [],
  };
}

/** Takes the calls, and tells when a run begins. */
function createClerk(
  session: Session,
  { pauseMs = 1_000, onRun }: ConnectorCheckOptions,
  noteCall: (isLastAct: boolean) => void,
) {
  let lastCall = Number.NEGATIVE_INFINITY;
  return (raw: Parameters<Session['take']>[0]): ReturnType<Session['take']> => {
    const before = session.script().run;
    const reply = session.take(raw, Date.now() - lastCall >= pauseMs);
    lastCall = Date.now();
    const { act, run, isPlayed } = session.script();
    if (run > before) onRun?.({ run, act });
    noteCall(act === 'afterwards' || (act === 'unavailable' && isPlayed));
    return reply;
  };
}

/** When the listening ends. */
function createEnd({ idleSeconds = 30, totalSeconds = 3_600, signal }: ConnectorCheckOptions) {
  const { promise, resolve } = Promise.withResolvers<void>();
  const total = setTimeout(resolve, totalSeconds * 1_000);
  let idle: NodeJS.Timeout | undefined;
  const stop = (): void => {
    clearTimeout(total);
    clearTimeout(idle);
    signal?.removeEventListener('abort', stop);
    resolve();
  };
  signal?.addEventListener('abort', stop);
  if (signal?.aborted) resolve();
  return {
    reached: promise.then(stop),
    cancel: stop,
    noteCall(isLastAct: boolean) {
      clearTimeout(idle);
      idle = isLastAct ? setTimeout(resolve, idleSeconds * 1_000) : undefined;
    },
  };
}
