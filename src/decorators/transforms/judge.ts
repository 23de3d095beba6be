import { PasserelleError } from '../../domain/error.ts';
import { type Problem, type ProblemFacts, problem, quotable } from '../../domain/problem.ts';
import type { Fault, Notes } from './checks/check.ts';
import { withoutUndefined } from './freeze.ts';
import { MOMENTS, type Moment, type Moments } from './moments.ts';
import type { Passage } from './passage.ts';
import type { Answered } from './time.ts';
import { isDropped, isVerdict, type Verdict } from './verdict.ts';

/** Whose answer it is, and to what. */
interface Judged<Name extends Moment> {
  readonly hook: string;
  readonly before: Moments[Name];
  readonly moment: Name;
  readonly timeoutMs: number;
}

/** What a hook gives may have getters that throw. */
export function judge<Name extends Moment>(answer: Answered, judged: Judged<Name>): Passage<Moments[Name]> {
  try {
    return passageOf(answer, judged);
  } catch (error) {
    return passageOf({ error }, judged);
  }
}

function passageOf<Name extends Moment>(answer: Answered, judged: Judged<Name>): Passage<Moments[Name]> {
  const { before, moment, timeoutMs } = judged;
  const refused = (found: Problem, cause?: unknown): Passage<Moments[Name]> => ({
    kind: 'refused',
    value: before,
    problem: { ...found, ...aboutRecord(judged) },
    ...(cause !== undefined && { cause }),
  });
  if ('error' in answer) return refused(thrown(answer.error), answer.error);
  if (answer.isSlow) return refused(problem('hook_slow', { limit: timeoutMs }));
  const { returned } = answer;
  if (returned === undefined || returned === before) return { kind: 'passed', value: before };
  if (isVerdict(returned))
    return {
      kind: isDropped(returned) ? 'dropped' : 'refused',
      value: before,
      problem: { ...verdictProblem(returned), ...aboutRecord(judged) },
    };
  const notes: Notes = { hasUndefined: false };
  const fault = faultOf(moment, { returned, before, notes });
  if (fault) return refused(problem('hook_result', faultFacts(fault)));
  return { kind: 'passed', value: asValue(notes.hasUndefined ? withoutUndefined(returned) : returned) };
}

function aboutRecord<Name extends Moment>({ hook, before, moment }: Judged<Name>): ProblemFacts {
  const { entity, record } = MOMENTS[moment];
  return { entity, record: quotable(record(before)), hook };
}

/** An error of ours keeps its reason. */
const thrown = (error: unknown): Problem =>
  error instanceof PasserelleError ? error.problem : problem('hook_failed', { expected: messageOf(error) });

function verdictProblem(verdict: Verdict): Problem {
  if (isDropped(verdict)) return problem('hook_dropped', { expected: sentence(verdict.reason) });
  const { message, field } = verdict;
  const expected = sentence(message);
  return field === undefined
    ? problem('hook_refused', { expected })
    : problem('hook_refused_field', { expected, field: quotable(String(field)) });
}

interface Returned<Name extends Moment> {
  readonly returned: unknown;
  readonly before: Moments[Name];
  readonly notes: Notes;
}

function faultOf<Name extends Moment>(
  moment: Name,
  { returned, before, notes }: Returned<Name>,
): Fault | undefined {
  const { check, fixed } = MOMENTS[moment];
  const found = check(returned, before, notes);
  if (found || fixed === undefined) return found;
  const { [fixed]: was } = before;
  const is: unknown = Reflect.get(Object(returned), fixed);
  return is === was
    ? undefined
    : { path: [String(fixed)], value: is, expected: `${String(was)} (the ERP names the record by it)` };
}

const faultFacts = ({ path, value, expected }: Fault): ProblemFacts => ({
  field: path.join('.') || 'record',
  value: quotable(shown(value)),
  expected,
});

function shown(value: unknown): string {
  if (typeof value === 'object' && value !== null) return Array.isArray(value) ? '[…]' : '{…}';
  return typeof value === 'string' ? JSON.stringify(value) : String(value);
}

const LONGEST = 200;
const sentence = (said: unknown): string => String(said).slice(0, LONGEST);

function messageOf(error: unknown): string {
  try {
    return sentence(error instanceof Error ? `${error.name}: ${error.message}` : error);
  } catch {
    return 'error';
  }
}

/** Once its check has found nothing. */
const asValue = <Value>(checked: unknown): Value => checked as Value;
