import type { Requirement } from '../requirement.ts';

export const DOCUMENTS_REQUIREMENTS = [
  {
    id: 'add-order.reply',
    sentence: {
      fr: 'add_order répond <add_order/>.',
      en: 'add_order answers <add_order/>.',
    },
    section: '§16',
    severity: 'must',
    needs: 'write',
  },
  {
    id: 'add-order.pdf',
    sentence: {
      fr: 'Une pièce de vente avec son PDF en base64 est acceptée.',
      en: 'A sales piece with its PDF in base64 is accepted.',
    },
    section: '§16',
    severity: 'must',
    needs: 'write',
  },
  {
    id: 'add-order.repeat',
    sentence: {
      fr: 'Envoyer une seconde fois la même pièce réussit.',
      en: 'Sending the same piece again succeeds.',
    },
    section: '§16',
    severity: 'must',
    needs: 'write',
  },
  {
    id: 'document-push.accepted',
    sentence: {
      fr: 'Un document envoyé sans resource ni data (key, email, type, reference, oid, pdf) est accepté par HTTP 200, sans <error>.',
      en: 'A document sent without resource and data (key, email, type, reference, oid, pdf) is accepted with HTTP 200, without an <error>.',
    },
    section: 'later editions',
    severity: 'should',
    needs: 'write',
  },
  {
    id: 'document-push.wrong-key',
    sentence: {
      fr: 'Un document envoyé avec une mauvaise clé n’est pas accepté par HTTP 200.',
      en: 'A document sent with a wrong key is not accepted with HTTP 200.',
    },
    section: 'later editions',
    severity: 'should',
    needs: 'write',
  },
] as const satisfies readonly Requirement[];
