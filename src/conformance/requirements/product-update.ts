import type { Requirement } from '../requirement.ts';

export const PRODUCT_UPDATE_REQUIREMENTS = [
  {
    id: 'update-product.reply',
    sentence: {
      fr: 'update_product répond <update_product/>.',
      en: 'update_product answers <update_product/>.',
    },
    section: '§7',
    severity: 'must',
    needs: 'write',
  },
  {
    id: 'update-product.partial',
    sentence: {
      fr: 'La référence et le stock seuls suffisent à une mise à jour.',
      en: 'The reference and the stock alone are enough for an update.',
    },
    section: '§7',
    severity: 'must',
    needs: 'write',
  },
  {
    id: 'update-product.empty-elements',
    sentence: {
      fr: 'Des éléments vides ne sont pas une erreur.',
      en: 'Empty elements are no error.',
    },
    section: '§7',
    severity: 'must',
    needs: 'write',
  },
  {
    id: 'update-product.stays-listed',
    sentence: {
      fr: 'Une mise à jour ne déplace ni ne dédouble le produit dans les listes, et lui laisse son id.',
      en: 'An update neither moves nor doubles the product in the lists, and leaves it its id.',
    },
    section: '§7',
    severity: 'must',
    needs: 'write',
  },
  {
    id: 'update-product.unknown',
    sentence: {
      fr: 'Mettre à jour une référence inconnue est une erreur et ne crée pas de produit.',
      en: 'Updating an unknown reference is an error and makes no product.',
    },
    section: '§7',
    severity: 'must',
    needs: 'write',
  },
  {
    id: 'update-option.reply',
    sentence: {
      fr: 'update_option répond <update_option/> (profil kit-2015 : <update_product/>).',
      en: 'update_option answers <update_option/> (profile kit-2015: <update_product/>).',
    },
    section: '§9',
    severity: 'must',
    needs: 'write',
  },
  {
    id: 'update-option.stays-option',
    sentence: {
      fr: 'Après update_option, la déclinaison figure toujours une fois dans options_list, avec le même id, et pas dans products_list.',
      en: 'After update_option the variant still stands once in options_list, with the same id, and not in products_list.',
    },
    section: '§9',
    severity: 'must',
    needs: 'write',
  },
  {
    id: 'update-option.unknown',
    sentence: {
      fr: 'Mettre à jour une option inconnue est une erreur et ne crée rien.',
      en: 'Updating an unknown option is an error and makes nothing.',
    },
    section: '§9',
    severity: 'must',
    needs: 'write',
  },
] as const satisfies readonly Requirement[];
