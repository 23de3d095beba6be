import type { Requirement } from '../requirement.ts';

export const AUTHENTICATION_REQUIREMENTS = [
  {
    id: 'auth.missing-key',
    sentence: {
      fr: 'Une requête sans clé est refusée et ne montre aucune donnée.',
      en: 'A request without a key is refused and shows no data.',
    },
    section: '§3',
    severity: 'must',
    needs: 'read',
  },
  {
    id: 'auth.wrong-key',
    sentence: {
      fr: 'Une requête avec une mauvaise clé est refusée et ne montre aucune donnée.',
      en: 'A request with a wrong key is refused and shows no data.',
    },
    section: '§3',
    severity: 'must',
    needs: 'read',
  },
  {
    id: 'auth.key-not-echoed',
    sentence: {
      fr: 'La clé ne figure dans aucune réponse.',
      en: 'The key stands in no reply.',
    },
    section: '§3',
    severity: 'must',
    needs: 'read',
  },
  {
    id: 'auth.wrong-key-writes-nothing',
    sentence: {
      fr: 'Une écriture avec une mauvaise clé est refusée et ne change rien.',
      en: 'A write with a wrong key is refused and changes nothing.',
    },
    section: '§3',
    severity: 'must',
    needs: 'write',
  },
] as const satisfies readonly Requirement[];
