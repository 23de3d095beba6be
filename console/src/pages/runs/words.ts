import { dictionary, plural } from '../../i18n/words.ts';

export const RUNS_WORDS = dictionary({
  en: {
    title: 'Runs',
    lead: 'The connector’s passes: exchanges that follow each other without a pause of five minutes.',
    began: 'Began',
    lasted: 'Lasted',
    exchanges: 'Exchanges',
    records: 'Records',
    saved: 'Writes saved',
    how: 'How it went',
    ok: (count: string) => `${count} done`,
    alert: (count: string, plain: number) => `${count} ${plural('en', plain, 'alert', 'alerts')}`,
    error: (count: string, plain: number) => `${count} ${plural('en', plain, 'error', 'errors')}`,
    emptyTitle: 'No run yet',
    emptyLead: 'A run begins with the first call of the ERP’s connector that has a key of this shop.',
  },
  fr: {
    title: 'Passages',
    lead: 'Les passages du connecteur : des échanges qui se suivent sans pause de cinq minutes.',
    began: 'Début',
    lasted: 'Durée',
    exchanges: 'Échanges',
    records: 'Fiches',
    saved: 'Écritures évitées',
    how: 'Déroulement',
    ok: (count: string) => `${count} effectués`,
    alert: (count: string, plain: number) => `${count} ${plural('fr', plain, 'alerte', 'alertes')}`,
    error: (count: string, plain: number) => `${count} ${plural('fr', plain, 'erreur', 'erreurs')}`,
    emptyTitle: 'Pas encore de passage',
    emptyLead: 'Un passage commence au premier appel du connecteur de l’ERP avec une clé de cette boutique.',
  },
});
