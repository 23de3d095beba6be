import type { FieldChange, RecordEffect } from '../../domain/effect.ts';
import type { Problem } from '../../domain/problem.ts';
import type { RecordedExchange } from '../../shop/journal.ts';
import { variablesFrom } from '../request.ts';
import { everyText } from './every-text.ts';
import { isAboutPeople, redactedText, redactedValue } from './personal.ts';
import type { Pseudonyms } from './pseudonyms.ts';
import { redactedJson, redactedNames } from './redact-json.ts';
import { redactedXml } from './redact-xml.ts';

/** An exchange as a stranger may see it: no name, e-mail, telephone or postal address in it, nor where it came from. */
export function redactedExchange(exchange: RecordedExchange, pseudonyms: Pseudonyms): RecordedExchange {
  const { resource, request = '', reply = '' } = exchange;
  const people = isAboutPeople(resource, request + reply);
  const redacted = people ? redactedStructure(exchange, pseudonyms) : exchange;
  return everyText({ ...redacted, remoteAddress: '' }, (text) => redactedText(text, pseudonyms, people));
}

function redactedStructure(exchange: RecordedExchange, pseudonyms: Pseudonyms): RecordedExchange {
  const { request, reply, variables, effect, problem, warnings } = exchange;
  // What was sent first: errors quote it.
  const sent = {
    ...(request !== undefined && { request: redactedRequest(request, pseudonyms) }),
    ...(variables && { variables: redactedNames(variables, pseudonyms) }),
  };
  return {
    ...exchange,
    ...sent,
    ...(reply !== undefined && { reply: redactedXml(reply, pseudonyms) }),
    ...(problem && { problem: redactedProblem(problem, pseudonyms) }),
    warnings: warnings.map((warning) => redactedProblem(warning, pseudonyms)),
    effect: effect.map((one) => redactedEffect(one, pseudonyms)),
  };
}

function redactedRequest(request: string, pseudonyms: Pseudonyms): string {
  const variables = variablesFrom(request);
  return variables ? JSON.stringify(redactedNames(variables, pseudonyms)) : redactedXml(request, pseudonyms);
}

function redactedProblem(problem: Problem, pseudonyms: Pseudonyms): Problem {
  const { field = 'error', value, details } = problem;
  return {
    ...problem,
    ...(value !== undefined && { value: pseudonyms.mentioned(redactedValue(field, value, pseudonyms)) }),
    ...(details && { details: details.map((one) => redactedProblem(one, pseudonyms)) }),
  };
}

const redactedEffect = (effect: RecordEffect, pseudonyms: Pseudonyms): RecordEffect => ({
  ...effect,
  changes: effect.changes.map((change) => redactedChange(change, pseudonyms)),
});

function redactedChange({ path, before, after }: FieldChange, pseudonyms: Pseudonyms): FieldChange {
  const name = path.slice(path.lastIndexOf('.') + 1);
  return {
    path,
    ...(before !== undefined && { before: redactedJson(before, pseudonyms, name) }),
    ...(after !== undefined && { after: redactedJson(after, pseudonyms, name) }),
  };
}
