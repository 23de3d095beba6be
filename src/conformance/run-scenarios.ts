import type { CheckOptions } from './options.ts';
import type { Finding } from './report.ts';
import type { Needs } from './requirement.ts';
import { REQUIREMENTS, type RequirementId } from './requirements/requirements.ts';
import type { Scenario } from './scenarios/scenario.ts';
import { SCENARIOS } from './scenarios/scenarios.ts';
import { CheckEnded } from './session/caller.ts';
import type { Recorder } from './session/recorder.ts';
import { REPLY_REQUIREMENTS } from './session/reply-judgements.ts';
import { restricted, type Session } from './session/session.ts';
import type { Texts } from './texts.ts';
import { conclude } from './verdict.ts';

/** Runs what may run; a requirement is concluded as soon as no scenario to come can speak for it. */
export async function runScenarios(session: Session, read: Recorder['read']): Promise<Finding[]> {
  const { options } = session;
  const conclusions = createConclusions(options, read);
  const lacksData = (id: RequirementId): boolean => read(id).evidence.length === 0;
  const scenarios = SCENARIOS.filter(({ needs }) => mayRun(needs, options));
  for (const [index, scenario] of scenarios.entries()) {
    const left = scenarios.slice(index + 1);
    const reason = await runOrEnd(scenario, session);
    if (reason) {
      for (const { cites } of [scenario, ...left]) session.explain(cites, reason);
      return conclusions.allBut(new Set());
    }
    const run = options.write ? scenarios.slice(0, index + 1) : [];
    const again = run.filter(isTriedAgain).flatMap(({ cites }) => cites.filter(lacksData));
    const open = [...REPLY_REQUIREMENTS, ...again, ...left.flatMap(({ cites }) => cites)];
    conclusions.allBut(new Set(open));
  }
  if (options.write) await runAgain(session, scenarios, lacksData);
  return conclusions.allBut(new Set());
}

const isTriedAgain = ({ needs }: Scenario): boolean => needs === 'read';

/** What was written may have given the lists something to show. */
async function runAgain(
  session: Session,
  scenarios: readonly Scenario[],
  lacksData: (id: RequirementId) => boolean,
): Promise<void> {
  for (const scenario of scenarios.filter(isTriedAgain)) {
    const lacking = new Set(scenario.cites.filter(lacksData));
    if (lacking.size > 0 && (await runOrEnd(scenario, restricted(session, lacking)))) return;
  }
}

interface Conclusions {
  /** Concludes what is not open, tells the caller, and gives all that is concluded in the order of reports. */
  allBut(open: ReadonlySet<RequirementId>): Finding[];
}

function createConclusions(options: CheckOptions, read: Recorder['read']): Conclusions {
  const findings = new Map<RequirementId, Finding>();
  return {
    allBut(open) {
      for (const requirement of REQUIREMENTS) {
        const { id } = requirement;
        if (open.has(id) || findings.has(id)) continue;
        const finding = conclude(requirement, read(id), options);
        findings.set(id, finding);
        options.onFinding?.(finding, findings.size, REQUIREMENTS.length);
      }
      return REQUIREMENTS.flatMap(({ id }) => findings.get(id) ?? []);
    },
  };
}

function mayRun(needs: Needs, { write, order }: CheckOptions): boolean {
  if (needs === 'read') return true;
  return write && (needs === 'write' || order !== undefined);
}

/** Why nothing more can be seen; undefined where all was asked. */
async function runOrEnd(scenario: Scenario, session: Session): Promise<Texts | undefined> {
  try {
    await scenario.run(session);
    return undefined;
  } catch (error) {
    if (error instanceof CheckEnded) return error.reason;
    throw error;
  }
}
