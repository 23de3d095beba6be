import { fail } from '../../domain/error.ts';
import { child, type XmlElement } from '../../wire/xml/element.ts';
import type { EndpointLimits } from '../limits.ts';
import type { Intake } from './form.ts';
import { readRouting } from './routing.ts';

/** What a request wants, and who sent it. */
export interface Address {
  readonly resource: string;
  /** All keys that were given, each once; they must agree. */
  readonly keys: readonly string[];
}

/** From the POST variables, and from the XML only where they do not tell. */
export async function readAddress(
  { variables, data }: Pick<Intake, 'variables' | 'data'>,
  limits: EndpointLimits,
): Promise<Address> {
  const key = variables.get('key')?.trim() ?? '';
  const resource = variables.get('resource')?.trim() ?? '';
  if ((key !== '' && resource !== '') || !data) return { resource, keys: distinct([key]) };
  const routing = await readRouting(data.source(), variables.get('compression'), limits);
  return { resource: routing.resource || resource, keys: distinct([key, routing.key]) };
}

/** The XML wins over what was known before: a resource that it names is taken instead. */
export function correctedAddress({ resource, keys }: Address, document: XmlElement): Address {
  return {
    resource: textOf(document, 'resource') || resource,
    keys: distinct([...keys, textOf(document, 'key')]),
  };
}

/** Throws when there is none, or more than one. */
export function agreedKey(keys: readonly string[]): string {
  const [key, ...others] = keys;
  if (others.length > 0) throw fail('key_conflict');
  if (key === undefined) throw fail('key_missing');
  return key;
}

const textOf = (document: XmlElement, name: string): string => child(document, name)?.text.trim() ?? '';

const distinct = (keys: readonly string[]): readonly string[] => [
  ...new Set(keys.filter((key) => key !== '')),
];
