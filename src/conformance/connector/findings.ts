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
    again: 'Le connecteur n’en est pas arrivé là : le relancer, quatre passages en tout.',
    product:
      'Aucun article que la boutique connaît n’est venu : lui nommer des références de l’ERP, ou relancer.',
    option: 'Aucune option que la boutique connaît n’est venue : lui nommer des références de l’ERP.',
    unseen: 'Le connecteur n’a rien envoyé qui le montre.',
  },
  en: {
    flow: 'This flow is not to be judged.',
    again: 'The connector did not come that far: run it again, four runs in all.',
    product:
      'No article that the shop knows came: name it references of the ERP, or run the connector again.',
    option: 'No option that the shop knows came: name it references of the ERP.',
    unseen: 'The connector sent nothing that shows it.',
  },
} as const satisfies Record<Language, Record<string, string>>;
