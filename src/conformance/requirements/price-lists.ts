import type { Requirement } from '../requirement.ts';

export const PRICE_LISTS_REQUIREMENTS = [
  {
    id: 'add-grilles.reply',
    sentence: {
      fr: 'add_grilles répond <add_grilles/> (profil kit-2015 : <add_product/>).',
      en: 'add_grilles answers <add_grilles/> (profile kit-2015: <add_product/>).',
    },
    section: '§15',
    severity: 'must',
    needs: 'write',
  },
  {
    id: 'add-grilles.repeat',
    sentence: {
      fr: 'Envoyer une seconde fois les mêmes règles réussit.',
      en: 'Sending the same rules again succeeds.',
    },
    section: '§15',
    severity: 'must',
    needs: 'write',
  },
  {
    id: 'add-grilles.bare-xml',
    sentence: {
      fr: 'Les règles sont lues quand key et resource ne figurent que dans les variables POST.',
      en: 'The rules are read when key and resource stand in the POST variables only.',
    },
    section: '§15',
    severity: 'must',
    needs: 'write',
  },
  {
    id: 'add-grilles.unknown-product',
    sentence: {
      fr: 'Une règle pour un produit pas encore connu n’est pas une erreur.',
      en: 'A rule for a product that is not known yet is no error.',
    },
    section: '§15',
    severity: 'should',
    needs: 'write',
  },
  {
    id: 'add-grilles.zlib',
    sentence: {
      fr: 'Un envoi compressé par zlib (compression=1) est lu.',
      en: 'A message compressed with zlib (compression=1) is read.',
    },
    section: 'later editions',
    severity: 'must',
    needs: 'write',
  },
  {
    id: 'add-grilles.bzip2',
    sentence: {
      fr: 'Un envoi compressé par bzip2 (compression=2) est lu.',
      en: 'A message compressed with bzip2 (compression=2) is read.',
    },
    section: 'later editions',
    severity: 'must',
    needs: 'write',
  },
  {
    id: 'add-grilles.deflate',
    sentence: {
      fr: 'Un envoi compressé par deflate sans en-tête (compression=3) est lu.',
      en: 'A message compressed with raw deflate (compression=3) is read.',
    },
    section: 'later editions',
    severity: 'must',
    needs: 'write',
  },
  {
    id: 'add-grilles.cut',
    sentence: {
      fr: 'Un envoi coupé avant sa fin est une erreur.',
      en: 'A message that is cut short is an error.',
    },
    section: '§15',
    severity: 'must',
    needs: 'write',
  },
  {
    id: 'add-grilles.bad-row',
    sentence: {
      fr: 'Une règle au prix illisible est signalée par une erreur qui nomme le champ ou le produit.',
      en: 'A rule with an unreadable price is reported by an error that names the field or the product.',
    },
    section: '§15',
    severity: 'should',
    needs: 'write',
  },
] as const satisfies readonly Requirement[];
