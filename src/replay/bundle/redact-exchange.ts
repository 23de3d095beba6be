import type { FieldChange, RecordEffect, ShownValue } from '../../domain/effect.ts';
import type { Problem } from '../../domain/problem.ts';
import type { TransformationStep, TransformedField } from '../../domain/transformation.ts';
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
  const { request, reply, variables, effect, problem, warnings, transformed } = exchange;
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
    ...(transformed && {
      transformed: { ...transformed, kept: transformed.kept.map((step) => redactedStep(step, pseudonyms)) },
    }),
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

/** Sheets see XML, whose lines are read one by one; of a text that stands alone in a line nothing tells what it is. */
function redactedStep(step: TransformationStep, pseudonyms: Pseudonyms): TransformationStep {
  const { changes, difference, said, problem } = step;
  return {
    ...step,
    ...(changes && { changes: changes.map((change) => redactedField(change, pseudonyms)) }),
    ...(difference && {
      difference: difference.map((line) => ({ ...line, text: redactedXml(line.text, pseudonyms) })),
    }),
    ...(said !== undefined && { said: redactedValue('', said, pseudonyms) }),
    ...(problem && { problem: redactedProblem(problem, pseudonyms) }),
  };
}

function redactedField({ path, before, after }: TransformedField, pseudonyms: Pseudonyms): TransformedField {
  const name = path.slice(path.lastIndexOf('.') + 1);
  const redacted = (value: ShownValue | null): ShownValue | null =>
    value === null ? null : redactedJson(value, pseudonyms, name);
  return {
    path,
    ...(before !== undefined && { before: redacted(before) }),
    ...(after !== undefined && { after: redacted(after) }),
  };
}

function redactedChange({ path, before, after }: FieldChange, pseudonyms: Pseudonyms): FieldChange {
  const name = path.slice(path.lastIndexOf('.') + 1);
  return {
    path,
    ...(before !== undefined && { before: redactedJson(before, pseudonyms, name) }),
    ...(after !== undefined && { after: redactedJson(after, pseudonyms, name) }),
  };
}
