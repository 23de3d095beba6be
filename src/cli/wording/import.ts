import type { Language } from '../../shop/wording.ts';
import { plural } from './plural.ts';

/** What `import` says, and its help. */
export interface ImportWording {
  readonly help: Readonly<Record<'import' | 'files' | 'sample' | 'kind' | 'format' | 'examples', string>>;
  readonly nothingToImport: string;
  readonly kindUnknown: string;
  readonly formatUnknown: string;
  readonly fileMissing: string;
  readonly fileIsFolder: string;
  readonly customField: string;
  readonly ignored: string;
  columns(file: string, columns: readonly string[]): string;
  encoding(file: string, name: string): string;
  progress(file: string, records: number, percent: number | undefined): string;
  moreRefused(count: number): string;
  warning(sentence: string, count: number): string;
  summary(file: string, counts: ImportCounts): string;
}

export interface ImportCounts {
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly refused: number;
  readonly skipped: number;
  readonly seconds: number;
}

const counted = plural('en');

const ENGLISH: ImportWording = {
  help: {
    import: 'load products, customers, orders, price rules or documents',
    files: 'files to load, "-" for standard input',
    sample: 'load the sample shop',
    kind: 'what the files hold; by default their names tell',
    format: 'by default their extension tells (.jsonl, .ndjson, .csv, .tsv, .txt, .xlsx)',
    examples: `
Examples:
  $ passerelle import --sample
  $ passerelle import articles.csv --kind products
  $ passerelle export products | passerelle --data elsewhere import - --kind products`,
  },
  nothingToImport: 'name files to import, or --sample',
  kindUnknown: 'say what it holds with --kind products, customers, orders, price-rules or documents',
  formatUnknown: 'say its format with --format jsonl or --format csv',
  fileMissing: 'there is no such file',
  fileIsFolder: 'it is a folder',
  customField: 'custom field',
  ignored: 'ignored',
  columns: (file, columns) =>
    `${file}: columns read as\n${columns.map((column) => `  ${column}`).join('\n')}`,
  encoding: (file, name) => `${file}: not all of it is UTF-8; those lines were read as ${name}.`,
  progress: (file, records, percent) =>
    `${file}: ${counted(records, 'record')}${percent === undefined ? '' : `, ${percent} %`}`,
  moreRefused: (count) => `… and ${count} more refused.`,
  warning: (sentence, count) => (count === 1 ? sentence : `${sentence} (and ${count - 1} more alike)`),
  summary: (file, { created, updated, unchanged, refused, skipped, seconds }) =>
    `${file}: ${created} created, ${updated} updated, ${unchanged} unchanged, ${refused} refused${
      skipped > 0 ? `, ${skipped} skipped` : ''
    } in ${seconds} s`,
};

const accorded = plural('fr');

const FRENCH: ImportWording = {
  help: {
    import: 'charge des produits, clients, commandes, grilles de prix ou documents',
    files: 'fichiers à charger, « - » pour l’entrée standard',
    sample: 'charge la boutique d’exemple',
    kind: 'ce que contiennent les fichiers ; par défaut d’après leur nom',
    format: 'par défaut d’après leur extension (.jsonl, .ndjson, .csv, .tsv, .txt, .xlsx)',
    examples: `
Exemples :
  $ passerelle import --sample
  $ passerelle import articles.csv --kind products
  $ passerelle export products | passerelle --data ailleurs import - --kind products`,
  },
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
    `${file} : ${accorded(records, 'enregistrement')}${percent === undefined ? '' : `, ${percent} %`}`,
  moreRefused: (count) => `… et ${count} autres refus.`,
  warning: (sentence, count) => (count === 1 ? sentence : `${sentence} (et ${count - 1} de même)`),
  // « mis » has its s already.
  summary: (file, { created, updated, unchanged, refused, skipped, seconds }) =>
    `${file} : ${accorded(created, 'créé')}, ${updated} mis à jour, ${accorded(unchanged, 'inchangé')}, ${accorded(refused, 'refusé')}${
      skipped > 0 ? `, ${accorded(skipped, 'ignoré')}` : ''
    } en ${seconds} s`,
};

export const IMPORT_WORDING: Readonly<Record<Language, ImportWording>> = { en: ENGLISH, fr: FRENCH };
