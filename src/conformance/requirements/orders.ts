import type { Requirement } from '../requirement.ts';

export const ORDERS_REQUIREMENTS = [
  {
    id: 'orders-list.shape',
    sentence: {
      fr: 'orders_list répond <orders_list> avec des <order>, chacune avec id et current_state (profil kit-2015 : id et current_state à plat).',
      en: 'orders_list answers <orders_list> with <order> elements, each with id and current_state (profile kit-2015: id and current_state flat).',
    },
    section: '§10',
    severity: 'must',
    needs: 'read',
  },
  {
    id: 'orders-list.ids-unique',
    sentence: {
      fr: 'Chaque id d’orders_list n’y figure qu’une fois.',
      en: 'Every id of orders_list stands there once.',
    },
    section: '§10',
    severity: 'must',
    needs: 'read',
  },
  {
    id: 'orders-list.filter',
    sentence: {
      fr: 'Avec filter, orders_list ne donne que des commandes dans l’état demandé, et les donne.',
      en: 'With filter, orders_list gives orders in the named state only, and gives them.',
    },
    section: '§10',
    severity: 'must',
    needs: 'read',
  },
  {
    id: 'orders-list.filter-several',
    sentence: {
      fr: 'filter accepte plusieurs états séparés par des virgules.',
      en: 'filter takes several states, separated by commas.',
    },
    section: '§10',
    severity: 'must',
    needs: 'read',
  },
  {
    id: 'orders-list.filter-unknown',
    sentence: {
      fr: 'Un état dans lequel aucune commande ne se trouve donne une liste vide, pas une erreur.',
      en: 'A state that no order is in gives an empty list, no error.',
    },
    section: '§10',
    severity: 'must',
    needs: 'read',
  },
  {
    id: 'orders.shape',
    sentence: {
      fr: 'orders donne chaque élément obligatoire de la commande.',
      en: 'orders gives every mandatory element of the order.',
    },
    section: '§11',
    severity: 'must',
    needs: 'read',
  },
  {
    id: 'orders.countries',
    sentence: {
      fr: 'Les pays de la commande sont des codes ISO 3166-1 alpha-2.',
      en: "The order's countries are ISO 3166-1 alpha-2 codes.",
    },
    section: '§11',
    severity: 'must',
    needs: 'read',
  },
  {
    id: 'orders.numbers',
    sentence: {
      fr: 'Les nombres de la commande s’écrivent avec un point décimal, sans espace ni symbole monétaire.',
      en: "The order's numbers are written with a decimal point, without blanks or currency signs.",
    },
    section: '§3, §11',
    severity: 'must',
    needs: 'read',
  },
  {
    id: 'orders.date',
    sentence: {
      fr: 'date_add est une date : année, mois, jour (et heure), avec un séparateur quelconque (profil kit-2015 : jj/mm/aaaa).',
      en: 'date_add is a date: year, month, day (and time), with any separator (profile kit-2015: dd/mm/yyyy).',
    },
    section: '§11',
    severity: 'must',
    needs: 'read',
  },
  {
    id: 'orders.totals',
    sentence: {
      fr: 'total_paid est égal à total_products + total_shipping − total_discounts_tax_incl, au centime près.',
      en: 'total_paid equals total_products + total_shipping − total_discounts_tax_incl, to the cent.',
    },
    section: '§11',
    severity: 'must',
    needs: 'read',
  },
  {
    id: 'orders.tax-included',
    sentence: {
      fr: 'total_products est TTC et total_products_wt est HT, et non l’inverse.',
      en: 'total_products includes tax and total_products_wt excludes it, not the reverse.',
    },
    section: '§11',
    severity: 'must',
    needs: 'read',
  },
  {
    id: 'orders.lines',
    sentence: {
      fr: 'Chaque ligne de commande a une référence, une quantité, un prix et un taux de TVA.',
      en: 'Each line of the order has a reference, a quantity, a price and a tax rate.',
    },
    section: '§11',
    severity: 'must',
    needs: 'read',
  },
  {
    id: 'orders.lines-sum',
    sentence: {
      fr: 'La somme des lignes est total_products_wt, à un centime par ligne près.',
      en: 'The lines add up to total_products_wt, within a cent a line.',
    },
    section: '§11',
    severity: 'should',
    needs: 'read',
  },
  {
    id: 'orders.repeatable',
    sentence: {
      fr: 'Lire deux fois une commande donne deux fois la même réponse.',
      en: 'Reading an order twice gives the same answer twice.',
    },
    section: '§11',
    severity: 'must',
    needs: 'read',
  },
  {
    id: 'orders.reading-keeps',
    sentence: {
      fr: 'Lire une commande ne la retire pas d’orders_list : c’est set_order_exported qui la confirme.',
      en: 'Reading an order does not take it out of orders_list: it is set_order_exported that confirms it.',
    },
    section: '§11, §12',
    severity: 'must',
    needs: 'read',
  },
  {
    id: 'orders.unknown',
    sentence: {
      fr: 'Demander une commande inconnue est une erreur.',
      en: 'Asking for an unknown order is an error.',
    },
    section: '§11',
    severity: 'must',
    needs: 'read',
  },
  {
    id: 'orders.missing-id',
    sentence: {
      fr: 'Demander une commande sans id est une erreur.',
      en: 'Asking for an order without an id is an error.',
    },
    section: '§11',
    severity: 'must',
    needs: 'read',
  },
] as const satisfies readonly Requirement[];
