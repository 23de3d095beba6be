import type { Requirement } from '../requirement.ts';

export const LISTS_REQUIREMENTS = [
  {
    id: 'products-list.shape',
    sentence: {
      fr: 'products_list répond <products_list> avec des <product>, chacun avec id et reference.',
      en: 'products_list answers <products_list> with <product> elements, each with id and reference.',
    },
    section: '§5',
    severity: 'must',
    needs: 'read',
  },
  {
    id: 'products-list.ids-unique',
    sentence: {
      fr: 'Chaque id de products_list n’y figure qu’une fois.',
      en: 'Every id of products_list stands there once.',
    },
    section: '§5',
    severity: 'must',
    needs: 'read',
  },
  {
    id: 'products-list.references-unique',
    sentence: {
      fr: 'Chaque référence de products_list n’y figure qu’une fois : elle est la clé commune avec l’ERP.',
      en: 'Every reference of products_list stands there once: it is the key shared with the ERP.',
    },
    section: '§3',
    severity: 'must',
    needs: 'read',
  },
  {
    id: 'products-list.slices',
    sentence: {
      fr: 'limit=début,nombre donne cette tranche de products_list, et les tranches réunies sont la liste entière.',
      en: 'limit=start,count gives that slice of products_list, and the slices joined are the whole list.',
    },
    section: '§5',
    severity: 'must',
    needs: 'read',
  },
  {
    id: 'products-list.stable',
    sentence: {
      fr: 'Deux lectures de products_list donnent la même liste dans le même ordre.',
      en: 'Two readings of products_list give the same list in the same order.',
    },
    section: '§5',
    severity: 'must',
    needs: 'read',
  },
  {
    id: 'products-list.past-end',
    sentence: {
      fr: 'Une tranche après la fin de products_list est une liste vide, pas une erreur.',
      en: 'A slice after the end of products_list is an empty list, no error.',
    },
    section: '§5',
    severity: 'must',
    needs: 'read',
  },
  {
    id: 'products-list.bad-limit',
    sentence: {
      fr: 'Une limite qui n’en est pas une est une erreur.',
      en: 'A limit that is none is an error.',
    },
    section: '§5',
    severity: 'should',
    needs: 'read',
  },
  {
    id: 'options-list.shape',
    sentence: {
      fr: 'options_list répond <options_list> avec des <option>, chacune avec id et reference.',
      en: 'options_list answers <options_list> with <option> elements, each with id and reference.',
    },
    section: '§6',
    severity: 'must',
    needs: 'read',
  },
  {
    id: 'options-list.ids-unique',
    sentence: {
      fr: 'Chaque id d’options_list n’y figure qu’une fois.',
      en: 'Every id of options_list stands there once.',
    },
    section: '§6',
    severity: 'must',
    needs: 'read',
  },
  {
    id: 'options-list.references-unique',
    sentence: {
      fr: 'Chaque référence d’options_list n’y figure qu’une fois.',
      en: 'Every reference of options_list stands there once.',
    },
    section: '§3',
    severity: 'must',
    needs: 'read',
  },
  {
    id: 'options-list.slices',
    sentence: {
      fr: 'limit=début,nombre donne cette tranche d’options_list, et les tranches réunies sont la liste entière.',
      en: 'limit=start,count gives that slice of options_list, and the slices joined are the whole list.',
    },
    section: '§6',
    severity: 'must',
    needs: 'read',
  },
  {
    id: 'options-list.apart',
    sentence: {
      fr: 'Aucune référence ne figure à la fois dans products_list et dans options_list.',
      en: 'No reference stands in both products_list and options_list.',
    },
    section: '§6',
    severity: 'must',
    needs: 'read',
  },
] as const satisfies readonly Requirement[];
