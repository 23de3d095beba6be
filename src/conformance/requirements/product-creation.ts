import type { Requirement } from '../requirement.ts';

export const PRODUCT_CREATION_REQUIREMENTS = [
  {
    id: 'add-product.reply',
    sentence: {
      fr: 'add_product répond <add_product/>.',
      en: 'add_product answers <add_product/>.',
    },
    section: '§8',
    severity: 'must',
    needs: 'write',
  },
  {
    id: 'add-product.listed',
    sentence: {
      fr: 'Un produit ajouté figure dans products_list, une seule fois.',
      en: 'A product that was added stands in products_list, once.',
    },
    section: '§8, §5',
    severity: 'must',
    needs: 'write',
  },
  {
    id: 'add-product.repeat',
    sentence: {
      fr: 'Ajouter une seconde fois le même produit n’est pas une erreur, n’en crée pas un second et garde son id.',
      en: 'Adding the same product again is no error, makes no second product and keeps its id.',
    },
    section: '§8',
    severity: 'must',
    needs: 'write',
  },
  {
    id: 'add-product.concurrent',
    sentence: {
      fr: 'Huit ajouts simultanés d’un même produit n’en créent qu’un.',
      en: 'Eight additions of one product at once make one product.',
    },
    section: '§8',
    severity: 'must',
    needs: 'write',
  },
  {
    id: 'add-product.references-exact',
    sentence: {
      fr: 'Une référence avec des accents, des espaces, des barres obliques, un &, une apostrophe ou des guillemets revient octet pour octet ; une majuscule ou un accent de plus en fait une autre.',
      en: 'A reference with accents, blanks, slashes, an &, an apostrophe or quotes comes back byte for byte; another case or accent makes another reference.',
    },
    section: '§3',
    severity: 'must',
    needs: 'write',
  },
  {
    id: 'add-product.prestashop-names',
    sentence: {
      fr: 'Les noms name, price, quantity, weight et active sont acceptés.',
      en: 'The names name, price, quantity, weight and active are accepted.',
    },
    section: '§16',
    severity: 'must',
    needs: 'write',
  },
  {
    id: 'add-product.translations',
    sentence: {
      fr: 'Le nœud traductions est accepté.',
      en: 'The node traductions is accepted.',
    },
    section: '§16',
    severity: 'must',
    needs: 'write',
  },
  {
    id: 'add-product.category-prices',
    sentence: {
      fr: 'Le nœud CategoriesTarifs est accepté.',
      en: 'The node CategoriesTarifs is accepted.',
    },
    section: '§7',
    severity: 'must',
    needs: 'write',
  },
  {
    id: 'add-product.image',
    sentence: {
      fr: 'L’image est acceptée, en partie de fichier comme en base64.',
      en: 'The image is accepted, as a file part and as base64.',
    },
    section: '§8',
    severity: 'should',
    needs: 'write',
  },
  {
    id: 'add-product.markup',
    sentence: {
      fr: 'Du HTML brut, un & seul et des <> dans un texte sont acceptés : l’exemple même de la spécification.',
      en: "Raw HTML, a bare & and <> within a text are accepted: the specification's own example.",
    },
    section: '§16',
    severity: 'must',
    needs: 'write',
  },
  {
    id: 'add-product.entities',
    sentence: {
      fr: 'Les entités HTML nommées et les références numériques incorrectes sont acceptées.',
      en: 'Named HTML entities and bad numeric references are accepted.',
    },
    section: '§14',
    severity: 'should',
    needs: 'write',
  },
  {
    id: 'add-product.windows-1252',
    sentence: {
      fr: 'Des octets qui ne sont pas de l’UTF-8 (Windows-1252) sont acceptés.',
      en: 'Bytes that are no UTF-8 (Windows-1252) are accepted.',
    },
    section: '§3',
    severity: 'should',
    needs: 'write',
  },
  {
    id: 'add-product.unknown-elements',
    sentence: {
      fr: 'Un élément inconnu, comme un champ personnalisé xx_, n’est pas une erreur.',
      en: 'An unknown element, such as a custom xx_ field, is no error.',
    },
    section: 'later editions',
    severity: 'must',
    needs: 'write',
  },
] as const satisfies readonly Requirement[];
