import { checkConnector } from '../../conformance/connector/check-connector.ts';
import { CONNECTOR_FLOWS, type ConnectorFlow } from '../../conformance/connector/options.ts';
import type { CheckReport } from '../../conformance/report.ts';
import { fail } from '../../domain/error.ts';
import { CHECK_WORDING } from '../wording/check.ts';
import type { Check } from './check.ts';
import { secondsOption } from './seconds-option.ts';

/** Listens as a shop and judges the connector that calls. Rejects where it cannot listen. */
export function judgeConnector({ context, flags, baseline, signal }: Check): Promise<CheckReport> {
  const { terminal, language } = context;
  const words = CHECK_WORDING[language];
  const say = (line: string): void => void terminal.errors.write(`${line}\n`);
  const key = flags.key ?? terminal.environment.PASSERELLE_KEY;
  const idleSeconds = secondsOption('--idle', flags.idle, words.idleExpected);
  return checkConnector({
    port: portOption(flags.port, words.portExpected),
    profile: flags.profile,
    language,
    baseline,
    signal,
    products: listOption(flags.products),
    options: listOption(flags.options),
    ...(flags.flows !== undefined && { flows: flowsOption(flags.flows) }),
    ...(flags.host !== undefined && { host: flags.host }),
    ...(key && { key }),
    ...(idleSeconds !== undefined && { idleSeconds }),
    onListening: (listening) => words.listening(listening.url, listening.key).forEach(say),
    onRun: ({ run, act }) => say(words.run(run, act)),
  });
}

function portOption(said: string | undefined, expected: string): number {
  if (said === undefined) return 0;
  if (/^\d{1,5}$/.test(said) && Number(said) <= 65_535) return Number(said);
  throw fail('option_invalid', { field: '--port', value: said, expected });
}

const listOption = (said = ''): readonly string[] =>
  said
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');

function flowsOption(said: string): readonly ConnectorFlow[] {
  return listOption(said).map((name) => {
    const flow = CONNECTOR_FLOWS.find((known) => known === name);
    if (flow) return flow;
    throw fail('option_invalid', { field: '--flows', value: name, expected: CONNECTOR_FLOWS.join(', ') });
  });
}
