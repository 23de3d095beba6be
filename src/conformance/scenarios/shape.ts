import type { ElementRule, Violation } from '../schemas/schema.ts';
import { violations } from '../schemas/schema.ts';
import { isAccepted, type Reply } from '../session/reply.ts';
import type { Texts } from '../texts.ts';

/** How many violations an observation names. */
const SHOWN = 8;

/** Every violation of a reply that is no error; undefined of one that is, or that is no document. */
export function shapeOf(reply: Reply, schema: ElementRule): readonly Violation[] | undefined {
  return reply.root && isAccepted(reply) ? violations(reply.root, schema) : undefined;
}

/** The paths, and what was expected there. */
export function describeViolations(found: readonly Violation[]): { found: Texts; expected: Texts } | object {
  if (found.length === 0) return {};
  const shown = found.slice(0, SHOWN);
  const paths = shown.map(({ kind, path }) => `${kind}: ${path}`).join('\n');
  const expectedIn = (language: keyof Texts): string =>
    [...new Set(shown.map(({ path, expected }) => `${path}: ${expected[language]}`))].join('\n');
  return { found: { fr: paths, en: paths }, expected: { fr: expectedIn('fr'), en: expectedIn('en') } };
}
