import type { Requirement } from '../requirement.ts';

export const TRACKING_REQUIREMENTS = [
  {
    id: 'add-tracking.unknown',
    sentence: {
      fr: 'Un numéro de suivi pour une commande inconnue est une erreur.',
      en: 'A tracking number for an unknown order is an error.',
    },
    section: 'later editions',
    severity: 'should',
    needs: 'write',
  },
  {
    id: 'add-tracking.reply',
    sentence: {
      fr: 'add_tracking répond l’id et le shipping_number.',
      en: 'add_tracking answers the id and the shipping_number.',
    },
    section: 'later editions',
    severity: 'should',
    needs: 'order',
  },
] as const satisfies readonly Requirement[];
