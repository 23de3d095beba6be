import { localDateTime } from '../domain/dates.ts';
import { GUARDED_KINDS } from '../domain/guard.ts';
import type { Alert, AlertFacts, AlertKind } from '../shop/alerts.ts';
import { GUARDED_WORDS } from '../shop/guard-wording.ts';
import type { Language } from '../shop/wording.ts';

/** What people are told: one sentence for each alert, and what to do. */
export interface AlertText {
  readonly sentence: string;
  readonly advice: string;
}

interface AlertWording {
  subject(shop: string, count: number): string;
  readonly kinds: Readonly<Record<AlertKind, (subject: string, facts: AlertFacts) => AlertText>>;
}

const ENGLISH: AlertWording = {
  subject: (shop, count) =>
    `${shop}: ${count === 1 ? 'one alert' : `${count} alerts`} on the link with the ERP`,
  kinds: {
    order_unconfirmed: (id, { readAt }) => ({
      sentence: `Order ${id} was read by the ERP (${readAt}) and never confirmed.`,
      advice: `Look for it in the ERP. If it is not there: passerelle orders offer ${id}`,
    }),
    link_silent: (_, { lastAt, hours }) => ({
      sentence: `The connector has not called for more than ${hours} hours; its last call was ${lastAt}.`,
      advice: 'Look whether E-connecteur runs, and whether it knows the shop’s address and key.',
    }),
    refusals_rising: (_, { refused, exchanges, run }) => ({
      sentence: `${refused} of ${exchanges} exchanges of the last run were refused, far more than before.`,
      advice: `passerelle journal --run ${run} --outcome refused,failed,partly`,
    }),
    refused_again: (subject, { times, en, exchange }) => ({
      sentence: `${subject} was refused ${times} times within a day: ${en ?? ''}`,
      advice: `passerelle journal show ${exchange}`,
    }),
    prices_contradict: (_, { count, first }) => ({
      sentence: `Price rules contradict each other (${count} cases, the first: ${first}).`,
      advice: 'passerelle prices conflicts',
    }),
    run_held: (id, { what, count, catalogue }) => ({
      sentence: `A run was held: it would have changed too much (${didWhat('en', what)}: ${count} of ${catalogue} products).`,
      advice: `passerelle guard release ${id}, or refuse ${id}, or lift ${id}`,
    }),
  },
};

const FRENCH: AlertWording = {
  subject: (shop, count) =>
    `${shop} : ${count === 1 ? 'une alerte' : `${count} alertes`} sur la liaison avec l’ERP`,
  kinds: {
    order_unconfirmed: (id, { readAt }) => ({
      sentence: `La commande ${id} a été lue par l’ERP (${readAt}) et jamais confirmée.`,
      advice: `Cherchez-la dans l’ERP. Si elle n’y est pas : passerelle orders offer ${id}`,
    }),
    link_silent: (_, { lastAt, hours }) => ({
      sentence: `Le connecteur n’a pas appelé depuis plus de ${hours} heures ; son dernier appel date du ${lastAt}.`,
      advice: 'Vérifiez qu’E-connecteur tourne, et qu’il connaît l’adresse et la clé de la boutique.',
    }),
    refusals_rising: (_, { refused, exchanges, run }) => ({
      sentence: `${refused} échanges sur ${exchanges} du dernier passage ont été refusés, bien plus qu’avant.`,
      advice: `passerelle journal --run ${run} --outcome refused,failed,partly`,
    }),
    refused_again: (subject, { times, fr, exchange }) => ({
      sentence: `${subject} a été refusé ${times} fois en un jour : ${fr ?? ''}`,
      advice: `passerelle journal show ${exchange}`,
    }),
    prices_contradict: (_, { count, first }) => ({
      sentence: `Des règles de prix se contredisent (${count} cas, le premier : ${first}).`,
      advice: 'passerelle prices conflicts',
    }),
    run_held: (id, { what, count, catalogue }) => ({
      sentence: `Un envoi est retenu : il aurait trop changé le catalogue (${didWhat('fr', what)} : ${count} articles sur ${catalogue}).`,
      advice: `passerelle guard release ${id}, ou refuse ${id}, ou lift ${id}`,
    }),
  },
};

/** Of the hold that the alert is about. */
const didWhat = (language: Language, what: string | number | undefined): string => {
  const kind = GUARDED_KINDS.find((known) => known === what);
  return kind ? GUARDED_WORDS[language][kind] : String(what);
};

const WORDING: Readonly<Record<Language, AlertWording>> = { en: ENGLISH, fr: FRENCH };

interface Reader {
  readonly language: Language;
  readonly timeZone: string;
}

/** Instants among the facts as the shop's wall clock shows them. */
export function alertText({ kind, subject, facts }: Alert, { language, timeZone }: Reader): AlertText {
  const shown = Object.fromEntries(
    Object.entries(facts).map(([name, fact]) => [
      name,
      isInstant(fact) ? localDateTime(new Date(fact), timeZone) : fact,
    ]),
  );
  return WORDING[language].kinds[kind](subject, shown);
}

const isInstant = (fact: string | number): fact is string =>
  typeof fact === 'string' && /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(fact);

export interface AlertMail {
  readonly subject: string;
  readonly text: string;
}

/** Plain text: readable on a telephone, and nothing in it can be more than text. */
export function alertMail(shop: string, alerts: readonly Alert[], reader: Reader): AlertMail {
  const paragraphs = alerts.map((alert) => {
    const { sentence, advice } = alertText(alert, reader);
    return `• ${sentence}\n  → ${advice}`;
  });
  return {
    subject: WORDING[reader.language].subject(shop, alerts.length),
    text: `${paragraphs.join('\n\n')}\n`,
  };
}
