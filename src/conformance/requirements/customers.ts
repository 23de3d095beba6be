import type { Requirement } from '../requirement.ts';

export const CUSTOMERS_REQUIREMENTS = [
  {
    id: 'customers-list.shape',
    sentence: {
      fr: 'customers_list répond un <customers> par client, avec adresse et client complets.',
      en: 'customers_list answers one <customers> for each customer, with a complete adresse and client.',
    },
    section: '§13',
    severity: 'must',
    needs: 'read',
  },
  {
    id: 'customers-list.ids-unique',
    sentence: {
      fr: 'Chaque id de client n’y figure qu’une fois.',
      en: "Every customer's id stands there once.",
    },
    section: '§13',
    severity: 'must',
    needs: 'read',
  },
  {
    id: 'customers-list.since',
    sentence: {
      fr: 'customers_list lit une date jj-mm-aaaa et répond une partie de la liste entière.',
      en: 'customers_list reads a date dd-mm-yyyy and answers a part of the whole list.',
    },
    section: '§13',
    severity: 'must',
    needs: 'read',
  },
  {
    id: 'customers-list.future',
    sentence: {
      fr: 'Seuls les clients modifiés depuis la date figurent dans customers_list : une date à venir donne une liste vide.',
      en: 'Only the customers changed since the date stand in customers_list: a date to come gives an empty list.',
    },
    section: '§13',
    severity: 'must',
    needs: 'read',
  },
  {
    id: 'add-customer.reply',
    sentence: {
      fr: 'add_customer répond <add_customer/>.',
      en: 'add_customer answers <add_customer/>.',
    },
    section: '§14',
    severity: 'must',
    needs: 'write',
  },
  {
    id: 'add-customer.seed-example',
    sentence: {
      fr: 'L’exemple de la spécification, avec son < égaré, ses accents et ses commentaires, est accepté.',
      en: "The specification's own example, with its stray <, its accents and its comments, is accepted.",
    },
    section: '§14',
    severity: 'must',
    needs: 'write',
  },
  {
    id: 'add-customer.alone',
    sentence: {
      fr: 'Un seul <client> placé directement dans <connecteur> est accepté.',
      en: 'One <client> that stands directly in <connecteur> is accepted.',
    },
    section: '§14',
    severity: 'must',
    needs: 'write',
  },
  {
    id: 'add-customer.many',
    sentence: {
      fr: '1 000 clients dans une seule requête sont acceptés.',
      en: '1,000 customers in one request are accepted.',
    },
    section: '§14',
    severity: 'must',
    needs: 'write',
  },
  {
    id: 'add-customer.repeat',
    sentence: {
      fr: 'Envoyer une seconde fois le même client le met à jour, sans erreur.',
      en: 'Sending the same customer a second time updates it, without an error.',
    },
    section: '§14',
    severity: 'must',
    needs: 'write',
  },
  {
    id: 'add-customer.later-fields',
    sentence: {
      fr: 'Les champs des éditions suivantes (actif, tiers_actif, contact_actif), avec un <client> par contact, sont acceptés.',
      en: 'The fields of later editions (actif, tiers_actif, contact_actif), with one <client> for each contact, are accepted.',
    },
    section: 'later editions',
    severity: 'must',
    needs: 'write',
  },
] as const satisfies readonly Requirement[];
