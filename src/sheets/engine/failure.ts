import { fail, type PasserelleError } from '../../domain/error.ts';
import type { ProblemFacts, Reason } from '../../domain/problem.ts';
import { type Failure, FOLDER_URL } from './protocol.ts';

/** What a sheet's failure tells a person; `reason` where nothing more is known of it. */
export function failureOf({ sheet, said, outside, thrown }: Failure, reason: Reason): PasserelleError {
  const place = placeOf(said);
  const facts: ProblemFacts = { hook: sheet, ...place };
  if (outside !== undefined) return fail('sheet_outside', { ...facts, value: shown(outside) });
  if (/out of memory|allocate|memory access|text copy failed/i.test(`${said}${thrown ?? ''}`))
    return fail('sheet_out_of_memory', { hook: sheet });
  if (thrown !== undefined) return fail(reason, { ...facts, expected: meaningOf(thrown) });
  // xsl:message with terminate="yes" says what its author wrote, and nothing else.
  if (reason === 'sheet_failed' && place.line === undefined && !OF_LIBXSLT.test(said))
    return fail('sheet_refused', { hook: sheet, expected: sentence(said) });
  return fail(reason, { ...facts, expected: sentence(said) });
}

const OF_LIBXSLT = /^(?:XPath )?error|^xslt\w+ ?:/m;

/** The module has no open file to write to, and its JavaScript stumbles over that. */
const meaningOf = (thrown: string): string =>
  thrown.startsWith('TypeError') ? 'a sheet cannot write files' : thrown;

const RUNTIME_PLACE = /(?:file|:) (sheets:\/\/\/\S+) line (\d+)/;
const PARSER_PLACE = /^(sheets:\/\/\/\S+?):(\d+): /m;

/** The file and line that libxslt names first. */
function placeOf(said: string): Pick<ProblemFacts, 'file' | 'line'> {
  const [, url, line] = RUNTIME_PLACE.exec(said) ?? PARSER_PLACE.exec(said) ?? [];
  return url === undefined ? {} : { file: shown(url), line: Number(line) };
}

const LONGEST = 300;
/** Places, which are told otherwise; marks under a column; the templates that a loop went through. */
const NOISE =
  /^(?:compilation error|runtime error): .*$|^\s*\^?\s*$|^error$|^#\d+.*$|^Templates:.*$|^Variables:.*$/;

const sentence = (said: string): string =>
  said
    .split('\n')
    .filter((line) => !NOISE.test(line))
    .slice(0, said.startsWith('XPath') ? 2 : 1)
    .map((line) => line.replace(/^sheets:\/\/\/\S+?:\d+: /, '').trim())
    .join(' ')
    .slice(0, LONGEST);

function shown(url: string): string {
  const path = url.startsWith(FOLDER_URL) ? url.slice(FOLDER_URL.length) : url;
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
