import type { Finding } from '../report.ts';
import type { Language, ProfileName } from '../requirement.ts';
import { conclude } from '../verdict.ts';
import type { EvidenceBook } from './evidence-book.ts';
import { ACT_NAMES, type ActName, type ConnectorFlow } from './options.ts';
import { CONNECTOR_REQUIREMENTS, type RequirementId } from './requirements.ts';

export interface FindingOptions {
  readonly profile: ProfileName;
  readonly language: Language;
  /** Undefined: all. */
  readonly flows?: readonly ConnectorFlow[];
  readonly baseline: readonly string[];
  /** How far the script came. */
  readonly act: ActName;
}

/** One finding a requirement, in their order. */
export const findingsFromBook = (book: EvidenceBook, options: FindingOptions): readonly Finding[] =>
  CONNECTOR_REQUIREMENTS.map((requirement) => {
    const { flow, id } = requirement;
    if (flow !== undefined && options.flows !== undefined && !options.flows.includes(flow)) {
      return { requirement, verdict: 'not_asked', evidence: [], reason: REASONS[options.language].flow };
    }
    const observed = { evidence: book.of(id), reason: whyUntested(id, options) };
    return conclude(requirement, observed, { ...options, write: false });
  });

/** The last act that a requirement needs. */
const NEEDED_ACTS: Partial<Record<RequirementId, ActName>> = {
  'connector.orders.confirm-again': 'refusing',
  'connector.orders.not-anew': 'refusing',
  'connector.errors.goes-on': 'refusing',
  'connector.errors.stops': 'unavailable',
};

function whyUntested(id: RequirementId, { act, language }: FindingOptions): string {
  const wording = REASONS[language];
  const needed = NEEDED_ACTS[id];
  if (needed && ACT_NAMES.indexOf(act) <= ACT_NAMES.indexOf(needed)) return wording.again;
  if (id === 'connector.products.update-known') return wording.product;
  if (id === 'connector.options.update-known') return wording.option;
  return wording.unseen;
}

const REASONS = {
  fr: {
    flow: 'Ce flux n’est pas à juger.',
    again: 'Le connecteur n’en est pas arrivé là : relancez-le, au moins quatre passages.',
    product:
      'Aucun article que la boutique connaît n’est venu : nommez des références de l’ERP par --products.',
    option:
      'Aucune option que la boutique connaît n’est venue : nommez des références de l’ERP par --options.',
    unseen:
      'Le connecteur n’a rien envoyé qui le montre ; s’il n’a pas ce flux, nommez par --flows ceux qu’il a.',
  },
  en: {
    flow: 'This flow is not to be judged.',
    again: 'The connector did not come that far: run it again, at least four runs.',
    product: 'No article that the shop knows came: name references of the ERP with --products.',
    option: 'No option that the shop knows came: name references of the ERP with --options.',
    unseen:
      'The connector sent nothing that shows it; if it does not have this flow, name those that it has with --flows.',
  },
} as const satisfies Record<Language, Record<string, string>>;
