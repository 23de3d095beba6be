import { describeCall } from '../exchange.ts';
import { masked } from '../rendering.ts';
import { type Call, RESOURCES } from '../request/call.ts';
import { textOf } from '../request/element.ts';
import type { CallContext } from './call-judge.ts';
import { judged, type Observation } from './observation.ts';

/** What every call owes, whatever it is about (§3). */
export function judgeRequest(call: Call, { key, target }: CallContext): readonly Observation[] {
  const { raw, form } = call;
  const what = describeCall(call);
  const isPost = raw.method === 'POST';
  const hasKeyInUrl = key !== '' && decoded(raw.target).includes(key);
  const always: readonly Observation[] = [
    { id: 'connector.request.post', ok: isPost, what: `${raw.method} ${what}`, expected: 'POST' },
    {
      id: 'connector.request.path',
      ok: raw.target === target || hasKeyInUrl,
      what: masked(raw.target, key),
      expected: target,
    },
    { id: 'connector.request.secret-url', ok: !hasKeyInUrl, what },
    { id: 'connector.request.in-turn', ok: !raw.overlaps, what },
  ];
  if (!isPost) return always;
  const isReadable = typeof form !== 'string';
  const readable: Observation = {
    id: 'connector.request.form',
    ok: isReadable,
    what: isReadable ? what : form,
  };
  return [...always, readable, ...(isReadable ? [...judgeKey(call, key), ...judgeResource(call)] : [])];
}

function judgeKey(call: Call, key: string): readonly Observation[] {
  const keys = [call.variables.get('key')?.trim(), textOf(call.root, 'key')].filter((sent) => sent);
  const isRight = keys.length > 0 && keys.every((sent) => sent === key);
  return [{ id: 'connector.request.key', ok: isRight, what: `${describeCall(call)}: ${keys.length} key` }];
}

function judgeResource(call: Call): readonly Observation[] {
  const { resource, isPush } = call;
  const ok = isPush || RESOURCES.includes(resource);
  return [{ id: 'connector.request.resource', ok, what: `resource=${resource}` }];
}

function decoded(target: string): string {
  try {
    return decodeURIComponent(target);
  } catch {
    return target;
  }
}

/** `data`: what it is, how it is written, and that it says the same as the variables (§3). */
export function judgeData(call: Call): readonly Observation[] {
  const { data } = call;
  if (!data) return [];
  const what = describeCall(call);
  const said = call.variables.get('compression')?.trim() || '0';
  const isKnownEncoding = data.declared === undefined || ['UTF-8', 'UTF8'].includes(data.declared);
  return [
    {
      id: 'connector.data.compression',
      ok: said === data.compression,
      what: `${what}: compression=${said}`,
      expected: `compression=${data.compression}`,
    },
    ...(data.text === undefined
      ? []
      : [
          {
            id: 'connector.data.encoding',
            ok: data.isUtf8 && isKnownEncoding,
            what: `${what}: ${data.declared ?? '–'}`,
            expected: 'UTF-8',
          } as const,
          ...judged('connector.data.xml', {
            what,
            faults: data.complaint === undefined ? [] : [data.complaint],
          }),
        ]),
    ...judgeAgreement(call),
  ];
}

/** An empty value on one side is a value that the sender lost, not a contradiction; keys are judged apart. */
function judgeAgreement(call: Call): readonly Observation[] {
  if (!call.root) return [];
  const shared = [...call.variables].flatMap(([name, variable]) => {
    const inXml = name === 'key' ? undefined : textOf(call.root, name);
    return inXml ? [{ name, variable: variable.trim(), inXml }] : [];
  });
  const faults = shared
    .filter(({ variable, inXml }) => variable !== '' && sameSpaces(variable) !== sameSpaces(inXml))
    .map(({ name, variable, inXml }) => `${name}: POST ${variable.slice(0, 80)}, XML ${inXml.slice(0, 80)}`);
  return shared.length === 0 ? [] : judged('connector.data.agreement', { what: describeCall(call), faults });
}

/** Line ends change on their way through a form. */
const sameSpaces = (text: string): string => text.replace(/\s+/g, ' ').trim();
