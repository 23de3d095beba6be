import { z } from 'zod';
import { fail } from '../../domain/error.ts';
import { type Problem, problem, quotable } from '../../domain/problem.ts';
import { MOST_KEPT } from '../../shop/tally.ts';
import type { Language } from '../../shop/wording.ts';
import { valuesFromText } from './query-values.ts';
import { expectedShape } from './shapes.ts';

export interface InputSchemas {
  readonly params: z.ZodObject;
  readonly query: z.ZodObject;
  readonly headers: z.ZodObject;
  readonly body?: z.ZodType;
}

interface Incoming {
  readonly params: Readonly<Record<string, string>>;
  readonly url: URL;
  readonly language: Language;
  header(name: string): string | undefined;
  json(): Promise<unknown>;
}

const LOCALES = { fr: z.locales.fr(), en: z.locales.en() } as const;

/** Checks all that a call says. Rejects with `parameters_refused`, which names the fields that are wrong, the first 100. */
export async function readInput(call: Incoming, { params, query, headers, body }: InputSchemas) {
  const { language } = call;
  const read = [
    check(params, valuesFromText(params, Object.entries(call.params)), language),
    check(query, valuesFromText(query, [...call.url.searchParams]), language),
    check(headers, sentHeaders(call, headers), language),
  ] as const;
  refuseIfWrong(read);
  const content = body && check(body, await call.json(), language);
  if (content) refuseIfWrong([content]);
  return {
    params: read[0].value,
    query: read[1].value,
    headers: read[2].value,
    body: content?.value,
  };
}

/** Those that the route asks for. */
const sentHeaders = ({ header }: Incoming, { shape }: z.ZodObject): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.keys(shape).flatMap((name) => {
      const value = header(name);
      return value === undefined ? [] : [[name, value]];
    }),
  );

interface Checked {
  readonly value: unknown;
  readonly problems: readonly Problem[];
}

function check(schema: z.ZodType, value: unknown, language: Language): Checked {
  const result = schema.safeParse(value, { error: (issue) => sentence(issue, language) });
  return result.success
    ? { value: result.data, problems: [] }
    : {
        value: undefined,
        problems: result.error.issues
          .slice(0, MOST_KEPT)
          .flatMap((issue) => problemsFromIssue(issue, schema)),
      };
}

const EXPECTED = { fr: 'il faut', en: 'expected' } as const;

/** A pattern is for machines: people are told what it stands for. */
function sentence(issue: z.core.$ZodRawIssue, language: Language) {
  const { code, format, pattern } = issue;
  const isPattern = code === 'invalid_format' && format === 'regex' && typeof pattern === 'string';
  const shape = isPattern ? expectedShape(pattern, language) : undefined;
  return shape === undefined ? LOCALES[language].localeError(issue) : `${EXPECTED[language]} ${shape}`;
}

function refuseIfWrong(read: readonly Checked[]): void {
  const details = read.flatMap(({ problems }) => problems);
  if (details.length > 0) throw fail('parameters_refused', { details: details.slice(0, MOST_KEPT) });
}

/** Each field that nobody knows is a problem of its own. */
function problemsFromIssue(issue: z.core.$ZodIssue, schema: z.ZodType): readonly Problem[] {
  if (issue.code === 'unrecognized_keys' && issue.path.length === 0) {
    const known = schema instanceof z.ZodObject ? Object.keys(schema.shape) : [];
    return issue.keys
      .slice(0, MOST_KEPT)
      .map((field) =>
        problem('parameter_unknown', { field: quotable(field), expected: known.join(', ') || NONE }),
      );
  }
  return [problem('parameter_invalid', { field: dotted(issue.path), expected: trimmed(issue.message) })];
}

const NONE = '–';

/** A message may quote what was sent, of any length. */
const LONGEST_MESSAGE = 1000;

/** The sentence that it goes into has a full stop of its own. */
const trimmed = (message: string): string => message.slice(0, LONGEST_MESSAGE).replace(/\.$/, '');

/** `['lines', 0, 'quantity']` as `lines[0].quantity`; the whole body is `body`. */
const dotted = (path: readonly PropertyKey[]): string =>
  path.reduce<string>(
    (text, step) =>
      typeof step === 'number' ? `${text}[${step}]` : text === '' ? String(step) : `${text}.${String(step)}`,
    '',
  ) || 'body';
