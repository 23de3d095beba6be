import type { Sentences } from './sentence.ts';

/** The shop itself, and the connector at its other end. */
export const SHOP = {
  reference_unknown: {
    fr: 'Référence inconnue « {record} » : créez d’abord le produit avec add_product.',
    en: 'Unknown reference "{record}": create the product with add_product first.',
  },
  product_unknown: {
    fr: 'Aucun produit ni déclinaison n’a la référence « {record} ».',
    en: 'No product or variant has the reference "{record}".',
  },
  order_unknown: {
    fr: 'Commande inconnue « {record} » : utilisez un identifiant de la liste des commandes.',
    en: 'Unknown order "{record}": use an id from the list of orders.',
  },
  customer_unknown: {
    fr: 'Client inconnu « {record} » : vérifiez son code dans l’ERP, ou envoyez-le d’abord avec add_customer.',
    en: 'Unknown customer "{record}": check the code in the ERP, or send the customer with add_customer first.',
  },
  quantity_not_positive: {
    fr: '{where}la quantité vaut {value} : un nombre supérieur à 0 est attendu.',
    en: '{where}the quantity is {value}: expected a number above 0.',
  },
  buyer_ambiguous: {
    fr: 'Un client a déjà sa catégorie tarifaire : indiquez un client ou une catégorie, pas les deux.',
    en: 'A customer has a price category already: give a customer or a category, not both.',
  },
  basket_too_large: {
    fr: 'Panier trop grand : {limit} lignes au plus. Demandez les prix en plusieurs fois.',
    en: 'Basket too large: {limit} lines at most. Ask for the prices in several parts.',
  },
  order_exists: {
    fr: '{where}cette commande existe déjà, avec un autre contenu ; rien n’a été enregistré.',
    en: '{where}this order exists already, with another content; nothing was saved.',
  },
  order_refused: {
    fr: 'Commande refusée, rien n’a été enregistré :',
    en: 'Order refused, nothing was saved:',
  },
  order_sum_differs: {
    fr: '« {field} » : {expected} attendu, {value} reçu.',
    en: '"{field}": expected {expected}, got {value}.',
  },
  order_reference_unknown: {
    fr: '« {field} » : la boutique n’a pas d’article « {value} ».',
    en: '"{field}": the shop has no article "{value}".',
  },
  order_customer_unknown: {
    fr: '« {field} » : la boutique n’a pas de client « {value} » ; donnez aussi son nom et son adresse e-mail.',
    en: '"{field}": the shop has no customer "{value}"; give the last name and the e-mail address too.',
  },
  order_address_missing: {
    fr: '« {field} » : il manque une adresse, et la boutique n’en connaît pas de ce client.',
    en: '"{field}": an address is missing, and the shop knows none of this customer.',
  },
  variant_of_itself: {
    fr: '{where}la référence « {value} » ne peut pas être une déclinaison d’elle-même.',
    en: '{where}the reference "{value}" cannot be a variant of itself.',
  },
  reference_is_parent: {
    fr: '{where}« {value} » : un produit a des déclinaisons ou en est une, pas les deux.',
    en: '{where}"{value}": a product has variants or is one, not both.',
  },
  records_refused: {
    fr: '{saved} enregistrés, {refused} refusés.',
    en: '{saved} saved, {refused} refused.',
  },
  shop_unavailable: {
    fr: 'La boutique ne répond pas ({value}). La synchronisation s’arrête ; la prochaine reprendra ce qui reste.',
    en: 'The shop does not answer ({value}). The run stops; the next one takes up what is left.',
  },
  source_unavailable: {
    fr: 'Données de l’ERP inaccessibles ({value}). La synchronisation s’arrête ; la prochaine reprendra ce qui reste.',
    en: 'The ERP’s data cannot be reached ({value}). The run stops; the next one takes up what is left.',
  },
  source_empty: {
    fr: '« {value} » ne contient rien à échanger ; attendu : {expected}.',
    en: '"{value}" holds nothing to exchange; expected: {expected}.',
  },
  query_refused: {
    fr: 'La requête SQL « {field} » est refusée par la base : {value}.',
    en: 'The database refuses the SQL query "{field}": {value}.',
  },
  driver_missing: {
    fr: 'Le pilote « {value} » n’est pas installé : npm install {value}.',
    en: 'The driver "{value}" is not installed: npm install {value}.',
  },
  run_under_way: {
    fr: 'Une synchronisation de cette boutique est déjà en cours (processus {value}).',
    en: 'A run for this shop is already under way (process {value}).',
  },
  run_interrupted: {
    fr: 'Synchronisation interrompue ; la prochaine reprendra ce qui reste.',
    en: 'The run was interrupted; the next one takes up what is left.',
  },
  hold_unknown: {
    fr: 'Aucune retenue « {value} » : « passerelle guard list » les montre.',
    en: 'There is no hold "{value}": "passerelle guard list" shows them.',
  },
  guard_unsupported: {
    fr: 'Les envois de l’ERP ne sont pas surveillés ici : seulement dans une boutique qui a sa propre base Passerelle (SQLite ou PostgreSQL).',
    en: 'The ERP’s runs are not watched here: only in a shop that has a store of Passerelle’s own (SQLite or PostgreSQL).',
  },
  too_many_deactivated: {
    fr: '{where}trop d’articles seraient retirés de la vente : {limit} au plus sur {total} par passage. Retenu jusqu’à ce que quelqu’un de la boutique décide (retenue {value}) ; rien n’est changé.',
    en: '{where}too many products would be taken from sale: at most {limit} of {total} in one run. Held until somebody of the shop decides (hold {value}); nothing is changed.',
  },
  too_many_repriced: {
    fr: '{where}trop d’articles changeraient de prix : {limit} au plus sur {total} par passage. Retenu jusqu’à ce que quelqu’un de la boutique décide (retenue {value}) ; rien n’est changé.',
    en: '{where}too many products would change their price: at most {limit} of {total} in one run. Held until somebody of the shop decides (hold {value}); nothing is changed.',
  },
  too_many_emptied: {
    fr: '{where}trop de stocks tomberaient à zéro : {limit} au plus sur {total} par passage. Retenu jusqu’à ce que quelqu’un de la boutique décide (retenue {value}) ; rien n’est changé.',
    en: '{where}too many stocks would fall to zero: at most {limit} of {total} in one run. Held until somebody of the shop decides (hold {value}); nothing is changed.',
  },
} satisfies Sentences;
