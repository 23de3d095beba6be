import { fail } from '../../domain/error.ts';
import type { CheckWording } from '../wording/check.ts';
import type { CheckFlags } from './check.ts';

const OF_CONNECTORS = ['port', 'host', 'idle', 'flows', 'products', 'options'] as const;
const OF_WEBSERVICES = ['write', 'order', 'timeout'] as const;

/** What would be ignored is refused: who gives it expects something else. Throws `option_invalid`. */
export function refuseOddOptions(words: CheckWording, url: string | undefined, flags: CheckFlags): void {
  const odd = (flags.connector ? OF_WEBSERVICES : OF_CONNECTORS).find((name) => flags[name] !== undefined);
  const expected = flags.connector ? words.notWithConnector : words.onlyWithConnector;
  if (odd !== undefined) refuse(`--${odd}`, flags[odd], expected);
  if (flags.connector && url !== undefined) refuse('URL', url, words.notWithConnector);
}

function refuse(field: string, said: string | boolean | undefined, expected: string): never {
  throw fail('option_invalid', { field, value: typeof said === 'string' ? said : '', expected });
}
