import type { Requirement } from '../requirement.ts';

export const GAMMES_REQUIREMENTS = [
  {
    id: 'add-product.gammes',
    sentence: {
      fr: 'Les SKU d’un bloc <gammes> figurent dans options_list, et l’article parent dans products_list.',
      en: 'The SKUs of a <gammes> block stand in options_list, and the parent in products_list.',
    },
    section: '§16',
    severity: 'must',
    needs: 'write',
  },
  {
    id: 'add-product.gammes-real-skus',
    sentence: {
      fr: 'Un SKU qui commence par un chiffre, ou contient des espaces, des barres obliques, des accents, une apostrophe ou un &, est lu comme nom d’élément.',
      en: "A SKU that begins with a digit, or holds blanks, slashes, accents, an apostrophe or an &, is read as an element's name.",
    },
    section: '§16',
    severity: 'must',
    needs: 'write',
  },
  {
    id: 'add-product.gammes-repeat',
    sentence: {
      fr: 'Envoyer une seconde fois le même bloc <gammes> ne crée pas de seconde déclinaison.',
      en: 'Sending the same <gammes> block again makes no second variant.',
    },
    section: '§16',
    severity: 'must',
    needs: 'write',
  },
] as const satisfies readonly Requirement[];
