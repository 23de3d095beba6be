import type { Requirement } from '../requirement.ts';

export const ORDER_CONFIRMATION_REQUIREMENTS = [
  {
    id: 'set-order-exported.reply',
    sentence: {
      fr: 'set_order_exported répond l’id et le statut_final (profil samples : dans orders_list).',
      en: 'set_order_exported answers the id and the statut_final (profile samples: within orders_list).',
    },
    section: '§12',
    severity: 'must',
    needs: 'order',
  },
  {
    id: 'set-order-exported.state',
    sentence: {
      fr: 'Après set_order_exported, la commande est dans le statut final.',
      en: 'After set_order_exported the order is in the final state.',
    },
    section: '§12',
    severity: 'must',
    needs: 'order',
  },
  {
    id: 'set-order-exported.repeat',
    sentence: {
      fr: 'Confirmer une seconde fois la même commande réussit.',
      en: 'Confirming the same order a second time succeeds.',
    },
    section: '§12',
    severity: 'must',
    needs: 'order',
  },
  {
    id: 'set-order-exported.not-offered',
    sentence: {
      fr: 'Une commande confirmée n’est plus proposée par orders_list sans filter.',
      en: 'A confirmed order is no longer offered by orders_list without a filter.',
    },
    section: '§12',
    severity: 'should',
    needs: 'order',
  },
  {
    id: 'set-order-exported.alone',
    sentence: {
      fr: 'Confirmer une commande laisse les autres proposées, dans leur statut.',
      en: 'Confirming an order leaves the others on offer, in their states.',
    },
    section: '§12',
    severity: 'must',
    needs: 'order',
  },
  {
    id: 'set-order-exported.unknown',
    sentence: {
      fr: 'Confirmer une commande inconnue est une erreur.',
      en: 'Confirming an unknown order is an error.',
    },
    section: '§12',
    severity: 'must',
    needs: 'write',
  },
] as const satisfies readonly Requirement[];
