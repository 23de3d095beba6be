import { dictionary } from '../../i18n/words.ts';

/** What a call of the connector is for. Others are shown by their names. */
export const RESOURCE_WORDS = dictionary({
  en: {
    add_product: 'Create a product',
    update_product: 'Update a product',
    update_option: 'Update a variant',
    products_list: 'List the products',
    options_list: 'List the variants',
    add_option: 'Create a variant',
    add_customer: 'Send customers',
    customers_list: 'List the customers',
    add_grilles: 'Send price rules',
    orders_list: 'List the waiting orders',
    orders: 'Read an order',
    set_order_exported: 'Confirm an order',
    add_order: 'Send a document',
    add_tracking: 'Send tracking numbers',
    document: 'Send a document’s file',
    '': 'Unknown call',
  },
  fr: {
    add_product: 'Créer un produit',
    update_product: 'Mettre à jour un produit',
    update_option: 'Mettre à jour une déclinaison',
    products_list: 'Lister les produits',
    options_list: 'Lister les déclinaisons',
    add_option: 'Créer une déclinaison',
    add_customer: 'Envoyer des clients',
    customers_list: 'Lister les clients',
    add_grilles: 'Envoyer des règles de prix',
    orders_list: 'Lister les commandes en attente',
    orders: 'Lire une commande',
    set_order_exported: 'Confirmer une commande',
    add_order: 'Envoyer un document',
    add_tracking: 'Envoyer des numéros de suivi',
    document: 'Envoyer le fichier d’un document',
    '': 'Appel inconnu',
  },
});

export const RESOURCES = Object.keys(RESOURCE_WORDS.en).filter((name) => name !== '');
