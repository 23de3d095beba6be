import { z } from 'zod';
import { EXPECTATIONS } from '../../configuration/values.ts';
import { type Problem, problem } from '../../domain/problem.ts';
import { closest } from '../../parsing/closest.ts';
import type { Language } from '../../shop/wording.ts';
import { jsonSchemaOf, keysAt } from './json-schema.ts';

const LOCALES = { fr: z.locales.fr(), en: z.locales.en() } as const;

/** What the schema is to be read with, so that its own messages come in a language. */
export const wordingFor = (language: Language) => ({ error: LOCALES[language].localeError });

export interface IssueContext {
  readonly language: Language;
  /** The environment variable that a key's value came from, by the key's dotted path. */
  readonly variables: ReadonlyMap<string, string>;
  /** What the settings were checked against. */
  readonly schema: z.ZodType;
}

/** What the schema refused, one problem for each key: its name, and what to write instead. */
export function problemsFromIssues(issues: readonly z.core.$ZodIssue[], context: IssueContext): Problem[] {
  return issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((key) => unknownKey(issue.path, key, context))
      : [invalidValue(issue, context)],
  );
}

function unknownKey(path: readonly PropertyKey[], key: string, { language, schema }: IssueContext): Problem {
  const known = keysAt(path, jsonSchemaOf(schema));
  const suggestion = closest(key, known);
  const advice = {
    fr: suggestion ? `vouliez-vous dire « ${suggestion} » ?` : `clés possibles : ${known.join(', ')}`,
    en: suggestion ? `did you mean "${suggestion}"?` : `possible keys: ${known.join(', ')}`,
  };
  return problem('configuration_key_unknown', {
    field: dotted([...path, key]),
    expected: advice[language],
  });
}

function invalidValue(issue: z.core.$ZodIssue, { language, variables }: IssueContext): Problem {
  const path = dotted(issue.path);
  return problem('configuration_key_invalid', {
    field: variables.get(path) ?? (path === '' ? 'configuration' : path),
    expected: expectationText(issue, language),
  });
}

const isExpectation = (name: string): name is keyof typeof EXPECTATIONS => Object.hasOwn(EXPECTATIONS, name);

function expectationText(issue: z.core.$ZodIssue, language: Language): string {
  if (isExpectation(issue.message)) {
    const prefix = language === 'fr' ? 'attendu : ' : 'expected ';
    return prefix + EXPECTATIONS[issue.message][language] + suggestionText(issue, language);
  }
  return issue.message;
}

/** What a check has found that was meant instead. */
function suggestionText(issue: z.core.$ZodIssue, language: Language): string {
  const suggestion: unknown = issue.code === 'custom' ? issue.params?.closest : undefined;
  if (typeof suggestion !== 'string') return '';
  return language === 'fr' ? ` ; vouliez-vous dire « ${suggestion} » ?` : `; did you mean "${suggestion}"?`;
}

/** `['shops', 0, 'name']` as `shops[0].name`. */
const dotted = (path: readonly PropertyKey[]): string =>
  path.reduce<string>(
    (text, step) =>
      typeof step === 'number' ? `${text}[${step}]` : text === '' ? String(step) : `${text}.${String(step)}`,
    '',
  );
