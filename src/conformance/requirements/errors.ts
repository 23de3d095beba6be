import type { Requirement } from '../requirement.ts';

export const ERRORS_REQUIREMENTS = [
  {
    id: 'error.shape',
    sentence: {
      fr: 'Une erreur s’écrit <connecteur><error>description</error></connecteur>, avec du texte seul.',
      en: 'An error reads <connecteur><error>description</error></connecteur>, with text alone.',
    },
    section: '§4',
    severity: 'must',
    needs: 'read',
  },
  {
    id: 'error.status',
    sentence: {
      fr: 'Une erreur que l’appelant peut corriger arrive avec le statut HTTP que le connecteur lit (200 ; 400 avec le profil samples), jamais 5xx.',
      en: 'An error that the caller can act on comes with the HTTP status that the connector reads (200; 400 in the profile samples), never 5xx.',
    },
    section: '§4',
    severity: 'must',
    needs: 'read',
  },
  {
    id: 'error.unknown-resource',
    sentence: {
      fr: 'Une ressource inconnue est une erreur.',
      en: 'An unknown resource is an error.',
    },
    section: '§4',
    severity: 'must',
    needs: 'read',
  },
  {
    id: 'error.missing-resource',
    sentence: {
      fr: 'Une requête sans ressource est une erreur.',
      en: 'A request without a resource is an error.',
    },
    section: '§4',
    severity: 'must',
    needs: 'read',
  },
  {
    id: 'error.unreadable-xml',
    sentence: {
      fr: 'Un XML illisible est une erreur et ne change rien.',
      en: 'XML that cannot be read is an error and changes nothing.',
    },
    section: '§4',
    severity: 'must',
    needs: 'write',
  },
  {
    id: 'error.missing-reference',
    sentence: {
      fr: 'Un produit sans référence est une erreur.',
      en: 'A product without a reference is an error.',
    },
    section: '§7',
    severity: 'must',
    needs: 'write',
  },
  {
    id: 'error.bad-number',
    sentence: {
      fr: 'Un prix qui n’est pas un nombre est refusé, et l’erreur nomme le champ.',
      en: 'A price that is no number is refused, and the error names the field.',
    },
    section: '§3',
    severity: 'should',
    needs: 'write',
  },
] as const satisfies readonly Requirement[];
