import { CHECK_WORDING } from './check.ts';
import { DEMO_WORDING } from './demo.ts';
import { MIGRATE_WORDING } from './migrate.ts';
import { SYNC_WORDING } from './sync.ts';
import type { Wording } from './wording.ts';

const plural = (count: number, one: string, many = `${one}s`): string => `${count} ${count < 2 ? one : many}`;
const agreed = (count: number, adjective: string): string => `${count} ${adjective}${count < 2 ? '' : 's'}`;

export const FRENCH: Wording = {
  sync: SYNC_WORDING.fr,
  check: CHECK_WORDING.fr,
  demo: DEMO_WORDING.fr,
  migrate: MIGRATE_WORDING.fr,
  help: {
    program: 'Le côté boutique d’E-connecteur : le webservice universel, avec sa propre base.',
    usageTitle: 'Utilisation :',
    argumentsTitle: 'Arguments :',
    optionsTitle: 'Options :',
    globalOptionsTitle: 'Options générales :',
    commandsTitle: 'Commandes :',
    helpOption: 'affiche cette aide',
    helpCommand: 'affiche l’aide d’une commande',
    choices: 'valeurs :',
    version: 'affiche la version',
    config: 'fichier de configuration, au lieu de passerelle.config.ts ou .json dans ce dossier',
    data: 'dossier des données (./data)',
    shop: 'la boutique concernée, par son nom configuré (la première)',
    lang: 'langue des messages',
    serve: 'démarre le webservice',
    keys: 'liste, ajoute et révoque les clés d’accès',
    orders: 'ce qu’une personne décide des commandes',
    ordersOffer: 'propose à nouveau des commandes à l’ERP, bien qu’il les ait confirmées',
    orderIds: 'identifiants donnés par orders_list',
    keysList: 'liste les clés ; leur texte n’est conservé nulle part',
    keysAdd: 'crée une clé et l’affiche, une seule fois',
    keysRevoke: 'invalide une clé ; les serveurs en marche en tiennent compte en une seconde',
    keyLabel: 'à quoi sert la clé',
    keyId: 'l’identifiant donné par « keys list »',
    import: 'charge des produits, clients, commandes, grilles de prix ou documents',
    importFiles: 'fichiers à charger, « - » pour l’entrée standard',
    importSample: 'charge la boutique d’exemple',
    importKind: 'ce que contiennent les fichiers ; par défaut d’après leur nom',
    importFormat: 'par défaut d’après leur extension (.jsonl, .ndjson, .csv, .tsv, .txt, .xlsx)',
    importExamples: `
Exemples :
  $ passerelle import --sample
  $ passerelle import articles.csv --kind products
  $ passerelle export products | passerelle --data ailleurs import - --kind products`,
    export: 'écrit les données en JSON Lines',
    exportWhat: 'ce qu’il faut écrire',
    exportOutput: 'écrit dans ce fichier au lieu de la sortie standard',
    exportFiles: 'avec les images et les PDF, en base64',
    exportAll: 'grilles de prix : aussi les règles retirées, et la date à laquelle chacune a été vue',
    exportExamples: `
Exemples :
  $ passerelle export products > produits.jsonl
  $ passerelle export orders --output commandes.jsonl`,
    journal: 'montre les échanges avec le connecteur',
    journalShow: 'montre un échange avec sa requête et sa réponse',
    journalFollow: 'continue avec ce qui arrive',
    journalSince: 'à partir de ce moment : 2026-03-22, « 2026-03-22 10:09 », 30m, 2h, 7d',
    journalResource: 'de cette ressource seulement, par exemple update_product',
    journalReference: 'sur cet enregistrement seulement : référence, code client ou numéro de commande',
    journalOutcome: 'de ces résultats seulement, séparés par des virgules',
    journalLimit: 'combien au plus (50 ; 1000 avec --since)',
    journalJson: 'en JSON Lines',
    exchangeId: 'l’identifiant donné par le journal',
  },
  usage: {
    unknownOption: 'Option inconnue $name.',
    unknownCommand: 'Commande inconnue « $name ».',
    missingArgument: 'L’argument $name manque.',
    missingValue: 'L’option $name attend une valeur.',
    tooManyArguments: 'Trop d’arguments.',
    invalidChoice: '$name ne peut pas être « $value » ; valeurs possibles : $choices.',
    didYouMean: 'Vouliez-vous dire $name ?',
  },
  orders: { offered: (id) => `La commande ${id} est proposée à nouveau.` },
  keys: {
    columns: ['identifiant', 'libellé', 'créée', 'état'],
    valid: 'valide',
    none: 'Aucune clé : « passerelle keys add » en crée une, le premier démarrage aussi.',
    revokedAt: (date) => `révoquée le ${date}`,
    added: (id) => `Clé ${id} créée. Elle n’est affichée que cette fois :`,
    revoked: (id) => `La clé ${id} n’est plus valide.`,
    configuredComesBack:
      'Elle vient de PASSERELLE_KEY ou du fichier de configuration : retirez-la aussi de là, sinon le prochain démarrage l’ajoutera de nouveau.',
  },
  import: {
    nothingToImport: 'indiquez des fichiers à importer, ou --sample',
    kindUnknown: 'indiquez son contenu avec --kind products, customers, orders, price-rules ou documents',
    formatUnknown: 'indiquez son format avec --format jsonl ou --format csv',
    fileMissing: 'ce fichier n’existe pas',
    fileIsFolder: 'c’est un dossier',
    customField: 'champ libre',
    ignored: 'ignorée',
    columns: (file, columns) =>
      `${file} : colonnes lues comme\n${columns.map((column) => `  ${column}`).join('\n')}`,
    encoding: (file, name) => `${file} : tout n’est pas en UTF-8 ; ces lignes ont été lues en ${name}.`,
    progress: (file, records, percent) =>
      `${file} : ${plural(records, 'enregistrement')}${percent === undefined ? '' : `, ${percent} %`}`,
    moreRefused: (count) => `… et ${count} autres refus.`,
    warning: (sentence, count) => (count === 1 ? sentence : `${sentence} (et ${count - 1} de même)`),
    summary: (file, { created, updated, unchanged, refused, skipped, seconds }) =>
      `${file} : ${agreed(created, 'créé')}, ${agreed(updated, 'mis')} à jour, ${agreed(unchanged, 'inchangé')}, ${agreed(refused, 'refusé')}${
        skipped > 0 ? `, ${agreed(skipped, 'ignoré')}` : ''
      } en ${seconds} s`,
  },
  export: { written: (count, file) => `${plural(count, 'enregistrement')} dans ${file}.` },
  journal: {
    sinceExpected:
      'une date est attendue (2026-03-22, « 2026-03-22 10:09 »), ou une durée telle que 30m, 2h, 7d',
    limitExpected: 'un nombre entier à partir de 1 est attendu',
    empty: 'Aucun échange.',
    request: 'Requête',
    reply: 'Réponse',
    notKept: '(non conservée)',
    more: (limit) => `Seuls les ${limit} derniers sont montrés ; --limit en montre plus.`,
  },
};
