import type { Language } from '../../shop/wording.ts';
import { plural } from './plural.ts';

/** What `export` says, and its help. */
interface ExportWording {
  readonly help: Readonly<Record<'export' | 'what' | 'output' | 'files' | 'all' | 'examples', string>>;
  written(count: number, file: string): string;
}

const ENGLISH: ExportWording = {
  help: {
    export: 'write what is stored as JSON Lines',
    what: 'what to write',
    output: 'write to this file instead of standard output',
    files: 'with images and PDFs, in base64',
    all: 'price rules: also the retired ones, and when each was last named',
    examples: `
Examples:
  $ passerelle export products > products.jsonl
  $ passerelle export orders --output orders.jsonl`,
  },
  written: (count, file) => `${plural('en')(count, 'record')} written to ${file}.`,
};

const FRENCH: ExportWording = {
  help: {
    export: 'écrit les données en JSON Lines',
    what: 'ce qu’il faut écrire',
    output: 'écrit dans ce fichier au lieu de la sortie standard',
    files: 'avec les images et les PDF, en base64',
    all: 'grilles de prix : aussi les règles retirées, et la date à laquelle chacune a été vue',
    examples: `
Exemples :
  $ passerelle export products > produits.jsonl
  $ passerelle export orders --output commandes.jsonl`,
  },
  written: (count, file) => `${plural('fr')(count, 'enregistrement')} dans ${file}.`,
};

export const EXPORT_WORDING: Readonly<Record<Language, ExportWording>> = { en: ENGLISH, fr: FRENCH };
