import { dictionary } from '../../i18n/words.ts';

export const SHOPS_WORDS = dictionary({
  en: {
    title: 'Shops',
    lead: 'Every shop of this server: how its link to the ERP is, and how many orders the ERP is offered.',
    nameLabel: 'Search by name',
    shop: 'Shop',
    state: 'Link',
    verdicts: {
      away: 'Its store does not answer',
      alerts: 'Needs somebody',
      errors: 'Errors in the last run',
      never: 'The ERP has not come yet',
      well: 'Well',
    },
    lastRun: 'Last run',
    errors: 'Errors in it',
    ofExchanges: (errors: string, exchanges: string) => `${errors} of ${exchanges}`,
    orders: 'Orders',
    noneTitle: 'No shop has this in its name',
    noneLead: 'Shops are made in the server’s configuration.',
  },
  fr: {
    title: 'Boutiques',
    lead: 'Toutes les boutiques de ce serveur : l’état de leur liaison avec l’ERP, et les commandes qui lui sont proposées.',
    nameLabel: 'Chercher par nom',
    shop: 'Boutique',
    state: 'Liaison',
    verdicts: {
      away: 'Son magasin de données ne répond pas',
      alerts: 'À voir',
      errors: 'Erreurs au dernier passage',
      never: 'L’ERP n’est pas encore venu',
      well: 'Tout va bien',
    },
    lastRun: 'Dernier passage',
    errors: 'Erreurs alors',
    ofExchanges: (errors: string, exchanges: string) => `${errors} sur ${exchanges}`,
    orders: 'Commandes',
    noneTitle: 'Aucune boutique n’a cela dans son nom',
    noneLead: 'Les boutiques se font dans la configuration du serveur.',
  },
});
