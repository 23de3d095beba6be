import type { Problem, Reason } from '../domain/problem.ts';
import { entityWord } from './entity-words.ts';
import { ACCESS } from './sentences/access.ts';
import { ADAPTERS } from './sentences/adapters.ts';
import { COMMANDS } from './sentences/commands.ts';
import { MESSAGES } from './sentences/messages.ts';
import { REMARKS } from './sentences/remarks.ts';
import type { Language, Sentence } from './sentences/sentence.ts';
import { SHOP } from './sentences/shop.ts';
import { TRANSFORMATIONS } from './sentences/transformations.ts';

export type { Language } from './sentences/sentence.ts';
export const LANGUAGES: readonly Language[] = ['fr', 'en'];

/**
 * One sentence a reason and language: what is wrong, where, and what to do. `{name}` is replaced by the fact of that
 * name. `{where}` becomes the record (« produit ABC : » / "product ABC: "), and nothing when no record is known.
 */
export const SENTENCES: Readonly<Record<Reason, Sentence>> = {
  ...ACCESS,
  ...MESSAGES,
  ...SHOP,
  ...TRANSFORMATIONS,
  ...ADAPTERS,
  ...COMMANDS,
  ...REMARKS,
};

/** The sentence for a problem, with the first few details of a bulk message's refusals behind it. */
export function describe(problem: Problem, language: Language): string {
  const facts: Readonly<Record<string, unknown>> = { ...problem, where: place(problem, language) };
  const sentence = SENTENCES[problem.reason][language].replace(/\{(\w+)\}/g, (_, name: string) =>
    String(facts[name] ?? '?'),
  );
  return [fileAndLine(problem) + sentence, ...saidDetails(problem, language)].join(' ');
}

/** Of a problem's details: a sentence, and a line of a log, has no room for all. */
const MOST_SAID = 10;

function saidDetails({ details = [] }: Problem, language: Language): readonly string[] {
  const said = details.slice(0, MOST_SAID).map((detail) => describe(detail, language));
  const left = details.length - said.length;
  if (left === 0) return said;
  return [...said, language === 'fr' ? `Et ${left} de plus.` : `And ${left} more.`];
}

/** As compilers write it: `articles.csv:12: `. */
function fileAndLine({ file, line }: Problem): string {
  if (file === undefined) return '';
  return line === undefined ? `${file}: ` : `${file}:${line}: `;
}

function place({ entity, record, file, line }: Problem, language: Language): string {
  if (record === undefined && (line === undefined || file !== undefined)) return '';
  const position = record ?? `${language === 'fr' ? 'ligne' : 'line'} ${line}`;
  const colon = language === 'fr' ? ' : ' : ': ';
  return `${entity === undefined ? '' : `${entityWord(entity, language)} `}${position}${colon}`;
}
