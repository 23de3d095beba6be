import type { Language } from '../../shop/wording.ts';

/** What `demo` says, and its help. */
export interface DemoWording {
  readonly help: Readonly<
    Record<'demo' | 'erp' | 'edition' | 'seed' | 'articles' | 'every' | 'runs', string>
  >;
  readonly everyExpected: string;
  readonly runsExpected: string;
  readonly articlesExpected: string;
  welcome(facts: { url: string; key: string; erp: string; folder: string }): readonly string[];
  day(number: number): string;
  ordered(ids: readonly string[]): string;
  changed(count: number): string;
  readonly bye: string;
}

const ENGLISH: DemoWording = {
  help: {
    demo: 'a shop and an invented ERP that keep each other in step, until Ctrl-C',
    erp: 'the ERP to play',
    edition: 'what is exchanged',
    seed: 'number that the ERP’s data are made from (1)',
    articles: 'how many articles it has (200)',
    every: 'seconds between two runs; each is a day of the ERP (5)',
    runs: 'end after so many runs',
  },
  everyExpected: 'seconds, from 0',
  runsExpected: 'a number from 1',
  articlesExpected: 'a number from 1 to 100000',
  welcome: ({ url, key, erp, folder }) => [
    `A shop listens at ${url} (key ${key}); its data are in ${folder} and go when the demo ends.`,
    `${erp}, invented, is brought in step with it over HTTP. Ctrl-C ends.`,
  ],
  day: (number) => `Day ${number}`,
  ordered: (ids) => `  customers order: ${ids.join(', ')}`,
  changed: (count) => `  the ERP changes ${count} records`,
  bye: 'Ended; nothing is left behind.',
};

const FRENCH: DemoWording = {
  help: {
    demo: 'une boutique et un ERP inventé qui se mettent en phase, jusqu’à Ctrl-C',
    erp: 'l’ERP joué',
    edition: 'ce qui est échangé',
    seed: 'nombre dont les données de l’ERP sont tirées (1)',
    articles: 'combien d’articles il a (200)',
    every: 'secondes entre deux synchronisations ; chacune est un jour de l’ERP (5)',
    runs: 'se termine après tant de synchronisations',
  },
  everyExpected: 'un nombre de secondes, à partir de 0',
  runsExpected: 'un nombre à partir de 1',
  articlesExpected: 'un nombre de 1 à 100000',
  welcome: ({ url, key, erp, folder }) => [
    `Une boutique écoute à ${url} (clé ${key}) ; ses données sont dans ${folder} et disparaîtront avec la démonstration.`,
    `${erp}, inventé, est mis en phase avec elle par HTTP. Ctrl-C pour arrêter.`,
  ],
  day: (number) => `Jour ${number}`,
  ordered: (ids) => `  des clients commandent : ${ids.join(', ')}`,
  changed: (count) => `  l’ERP modifie ${count} enregistrements`,
  bye: 'Terminé ; rien ne reste.',
};

export const DEMO_WORDING: Readonly<Record<Language, DemoWording>> = { en: ENGLISH, fr: FRENCH };
