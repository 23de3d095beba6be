import type { Language } from '../../shop/wording.ts';

/** What `alerts` says, and its help. */
export interface AlertsWording {
  readonly help: Readonly<Record<'alerts' | 'list' | 'test' | 'json', string>>;
  readonly none: string;
  readonly unwatched: string;
  readonly over: string;
  readonly nobody: string;
  readonly told: string;
}

const ENGLISH: AlertsWording = {
  help: {
    alerts: 'what on the link with the ERP needs somebody',
    list: 'list what a running server has found; what is over too',
    test: 'tell the configured people of an alert that is none',
    json: 'as JSON Lines',
  },
  none: 'Nothing needs anybody.',
  unwatched:
    'Nobody watches this shop: give it the setting "alerts" ({} will do), and the server looks every minute.',
  over: 'over',
  nobody: 'Nobody is told of alerts: set "alerts.emails" (with "mail") or "alerts.webhook" of the shop.',
  told: 'Told. If nothing arrives, look into the mail server’s own log.',
};

const FRENCH: AlertsWording = {
  help: {
    alerts: 'ce qui, dans la liaison avec l’ERP, a besoin de quelqu’un',
    list: 'liste ce qu’un serveur en marche a trouvé, terminé ou non',
    test: 'prévient les personnes configurées d’une alerte qui n’en est pas une',
    json: 'en JSON Lines',
  },
  none: 'Rien n’a besoin de personne.',
  unwatched:
    'Personne ne surveille cette boutique : donnez-lui le réglage « alerts » ({} suffit), et le serveur regarde chaque minute.',
  over: 'terminée',
  nobody:
    'Personne n’est prévenu : réglez « alerts.emails » (avec « mail ») ou « alerts.webhook » de la boutique.',
  told: 'Prévenu. Si rien n’arrive, voyez le journal du serveur de messagerie.',
};

export const ALERTS_WORDING: Readonly<Record<Language, AlertsWording>> = { en: ENGLISH, fr: FRENCH };
