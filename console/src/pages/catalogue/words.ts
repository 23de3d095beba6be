import { dictionary } from '../../i18n/words.ts';

export const CATALOGUE_WORDS = dictionary({
  en: {
    title: 'Catalogue',
    lead: 'The shop’s products, as the ERP keeps them.',
    searchLabel: 'Search the products',
    searchHint: 'Words of name or reference',
    category: 'Category',
    everyCategory: 'Every category',
    product: 'Product',
    price: 'Price excl. tax',
    stock: 'Stock',
    state: 'State',
    updated: 'Changed',
    shown: 'Shown',
    hidden: 'Hidden',
    notAvailable: 'Not for sale',
    noName: 'without a name',
    emptyTitle: 'No product yet',
    emptyLead:
      'The ERP’s connector creates them at its first run. “passerelle import --sample” loads a sample shop.',
    noneTitle: 'No product matches',
    noneLead:
      'Each word must stand somewhere in the reference or the name. Variants are on their product’s page.',
  },
  fr: {
    title: 'Catalogue',
    lead: 'Les produits de la boutique, tels que l’ERP les tient.',
    searchLabel: 'Chercher un produit',
    searchHint: 'Mots du nom ou référence',
    category: 'Catégorie',
    everyCategory: 'Toute catégorie',
    product: 'Produit',
    price: 'Prix HT',
    stock: 'Stock',
    state: 'État',
    updated: 'Modifié',
    shown: 'Montré',
    hidden: 'Masqué',
    notAvailable: 'Pas en vente',
    noName: 'sans nom',
    emptyTitle: 'Pas encore de produit',
    emptyLead:
      'Le connecteur de l’ERP les crée à son premier passage. « passerelle import --sample » charge une boutique d’exemple.',
    noneTitle: 'Aucun produit ne correspond',
    noneLead:
      'Chaque mot doit figurer dans la référence ou le nom. Les déclinaisons sont sur la page de leur produit.',
  },
});
