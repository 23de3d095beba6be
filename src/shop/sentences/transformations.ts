import type { Sentences } from './sentence.ts';

/** Hooks, field maps and sheets. */
export const TRANSFORMATIONS = {
  hook_refused: {
    fr: '{where}{expected} (refusé par la transformation {hook})',
    en: '{where}{expected} (refused by the transformation {hook})',
  },
  hook_refused_field: {
    fr: '{where}« {field} » : {expected} (refusé par la transformation {hook})',
    en: '{where}"{field}": {expected} (refused by the transformation {hook})',
  },
  hook_excluded: {
    fr: '{where}la transformation {hook} ne donne pas cette commande à l’ERP : {expected}',
    en: '{where}the transformation {hook} does not give this order to the ERP: {expected}',
  },
  hook_failed: {
    fr: '{where}la transformation {hook} a échoué ({expected}) ; corrigez-la, rien n’a changé.',
    en: '{where}the transformation {hook} failed ({expected}); correct it, nothing has changed.',
  },
  hook_slow: {
    fr: '{where}la transformation {hook} a dépassé son temps ({limit} ms) ; rien n’a changé.',
    en: '{where}the transformation {hook} took longer than its {limit} ms; nothing has changed.',
  },
  hook_result: {
    fr: '{where}la transformation {hook} donne « {field} » = {value}, attendu : {expected} ; rien n’a changé.',
    en: '{where}the transformation {hook} gives "{field}" = {value}, expected {expected}; nothing has changed.',
  },
  hook_unknown: {
    fr: 'Transformations de « {value} » : « {field} » n’y est pas à sa place ; attendu : {expected}.',
    en: 'Transformations of "{value}": "{field}" is nothing that belongs there; expected {expected}.',
  },
  sheets_unavailable: {
    fr: 'Ce serveur ne peut pas appliquer de feuilles XSLT : le paquet « libxslt-wasm » lui manque (npm install libxslt-wasm).',
    en: 'This server cannot run XSLT sheets: it lacks the package "libxslt-wasm" (npm install libxslt-wasm).',
  },
  sheets_not_started: {
    fr: 'Le processus des feuilles XSLT n’a pas démarré ({expected}).',
    en: 'The process for XSLT sheets did not start ({expected}).',
  },
  sheet_name_unknown: {
    fr: 'Le nom « {value} » ne dit pas quel message cette feuille transforme ; attendu : {expected}.',
    en: 'The name "{value}" does not say which message the sheet transforms; expected {expected}.',
  },
  sheet_streams: {
    fr: 'Les messages « {value} » passent enregistrement par enregistrement, quelle que soit leur taille : aucune feuille ne les transforme. Utilisez une fonction de « transforms » ({expected}).',
    en: 'Messages "{value}" pass record by record, however long they are: no sheet transforms them. Use a hook of "transforms" instead ({expected}).',
  },
  sheet_folder_too_large: {
    fr: 'Le dossier de feuilles « {value} » dépasse {limit} fichiers ou {expected}.',
    en: 'The folder of sheets "{value}" has more than {limit} files, or than {expected}.',
  },
  sheet_broken: {
    fr: 'La feuille « {hook} » n’est pas valable : {expected}',
    en: 'The sheet "{hook}" is not valid: {expected}',
  },
  sheet_outside: {
    fr: '{where}la feuille « {hook} » demande « {value} », qui n’est pas dans son dossier ; rien d’autre ne lui est ouvert.',
    en: '{where}the sheet "{hook}" asks for "{value}", which is not in its folder; nothing else is open to it.',
  },
  sheet_refused: {
    fr: '{where}{expected} (refusé par la feuille « {hook} »)',
    en: '{where}{expected} (refused by the sheet "{hook}")',
  },
  sheet_failed: {
    fr: '{where}la feuille « {hook} » a échoué ({expected}) ; corrigez-la.',
    en: '{where}the sheet "{hook}" failed ({expected}); correct it.',
  },
  sheet_result: {
    fr: '{where}la feuille « {hook} » ne donne pas de XML lisible ({expected}).',
    en: '{where}the sheet "{hook}" gives no readable XML ({expected}).',
  },
  sheet_slow: {
    fr: '{where}la feuille « {hook} » a dépassé son temps ({limit} ms).',
    en: '{where}the sheet "{hook}" took longer than its {limit} ms.',
  },
  sheet_too_large: {
    fr: '{where}la feuille « {hook} » donne plus de {limit} octets.',
    en: '{where}the sheet "{hook}" gives more than {limit} bytes.',
  },
  sheet_out_of_memory: {
    fr: '{where}la feuille « {hook} » demande plus de mémoire qu’il n’y en a pour elle.',
    en: '{where}the sheet "{hook}" takes more memory than there is for it.',
  },
  sheet_input_too_large: {
    fr: '{where}la feuille « {hook} » transforme des messages de {limit} octets au plus.',
    en: '{where}the sheet "{hook}" transforms messages of {limit} bytes at most.',
  },
} satisfies Sentences;
