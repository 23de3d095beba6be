import { CHECK_WORDING } from './check.ts';
import { DEMO_WORDING } from './demo.ts';
import { MIGRATE_WORDING } from './migrate.ts';
import { SYNC_WORDING } from './sync.ts';
import type { Wording } from './wording.ts';

const plural = (count: number, one: string, many = `${one}s`): string =>
  `${count} ${count === 1 ? one : many}`;

export const ENGLISH: Wording = {
  sync: SYNC_WORDING.en,
  check: CHECK_WORDING.en,
  demo: DEMO_WORDING.en,
  migrate: MIGRATE_WORDING.en,
  help: {
    program: 'The shop’s side of E-connecteur: the universal webservice, on a store of its own.',
    usageTitle: 'Usage:',
    argumentsTitle: 'Arguments:',
    optionsTitle: 'Options:',
    globalOptionsTitle: 'Global options:',
    commandsTitle: 'Commands:',
    helpOption: 'show this help',
    helpCommand: 'show the help of a command',
    choices: 'one of',
    version: 'show the version',
    config: 'configuration file, instead of passerelle.config.ts or .json in this folder',
    data: 'folder of the stored data (./data)',
    shop: 'the shop to work on, by its configured name (the first)',
    lang: 'language of the output',
    serve: 'start the webservice',
    keys: 'list, add and revoke access keys',
    orders: 'what a person decides about orders',
    ordersOffer: 'offer orders to the ERP again, although it has confirmed them',
    orderIds: 'ids as orders_list gives them',
    keysList: 'list the keys; their text is stored nowhere',
    keysAdd: 'make a new key and print it, once',
    keysRevoke: 'make a key invalid; running servers notice within a second',
    keyLabel: 'what the key is for',
    keyId: 'the id that "keys list" shows',
    import: 'load products, customers, orders, price rules or documents',
    importFiles: 'files to load, "-" for standard input',
    importSample: 'load the sample shop',
    importKind: 'what the files hold; by default their names tell',
    importFormat: 'by default their extension tells (.jsonl, .ndjson, .csv, .tsv, .txt, .xlsx)',
    importExamples: `
Examples:
  $ passerelle import --sample
  $ passerelle import articles.csv --kind products
  $ passerelle export products | passerelle --data elsewhere import - --kind products`,
    export: 'write what is stored as JSON Lines',
    exportWhat: 'what to write',
    exportOutput: 'write to this file instead of standard output',
    exportFiles: 'with images and PDFs, in base64',
    exportAll: 'price rules: also the retired ones, and when each was last named',
    exportExamples: `
Examples:
  $ passerelle export products > products.jsonl
  $ passerelle export orders --output orders.jsonl`,
    journal: 'show the exchanges with the connector',
    journalShow: 'show one exchange with its request and reply',
    journalFollow: 'go on with what comes',
    journalSince: 'from this moment on: 2026-03-22, "2026-03-22 10:09", 30m, 2h, 7d',
    journalResource: 'of this resource only, for instance update_product',
    journalReference: 'about this record only: a reference, customer code or order id',
    journalOutcome: 'of these outcomes only, separated by commas',
    journalLimit: 'how many at most (50; 1000 with --since)',
    journalJson: 'as JSON Lines',
    exchangeId: 'the id that the journal shows',
  },
  usage: {
    unknownOption: 'Unknown option $name.',
    unknownCommand: 'Unknown command "$name".',
    missingArgument: 'The argument $name is missing.',
    missingValue: 'The option $name needs a value.',
    tooManyArguments: 'Too many arguments.',
    invalidChoice: '$name cannot be "$value"; possible: $choices.',
    didYouMean: 'Did you mean $name?',
  },
  orders: { offered: (id) => `Order ${id} is offered again.` },
  keys: {
    columns: ['id', 'label', 'created', 'state'],
    valid: 'valid',
    none: 'No key yet: "passerelle keys add" makes one, and so does the first start.',
    revokedAt: (date) => `revoked ${date}`,
    added: (id) => `Key ${id} made. This is the only time that it is shown:`,
    revoked: (id) => `Key ${id} is no longer valid.`,
    configuredComesBack:
      'It is named by PASSERELLE_KEY or the configuration file: take it out there too, or the next start adds it again.',
  },
  import: {
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
      `${file}: ${plural(records, 'record')}${percent === undefined ? '' : `, ${percent} %`}`,
    moreRefused: (count) => `… and ${count} more refused.`,
    warning: (sentence, count) => (count === 1 ? sentence : `${sentence} (and ${count - 1} more alike)`),
    summary: (file, { created, updated, unchanged, refused, skipped, seconds }) =>
      `${file}: ${created} created, ${updated} updated, ${unchanged} unchanged, ${refused} refused${
        skipped > 0 ? `, ${skipped} skipped` : ''
      } in ${seconds} s`,
  },
  export: { written: (count, file) => `${plural(count, 'record')} written to ${file}.` },
  journal: {
    sinceExpected:
      'expected a date such as 2026-03-22 or "2026-03-22 10:09", or a time span such as 30m, 2h, 7d',
    limitExpected: 'expected a whole number from 1',
    empty: 'No exchange yet.',
    request: 'Request',
    reply: 'Reply',
    notKept: '(not kept)',
    more: (limit) => `Only the last ${limit} are shown; --limit shows more.`,
  },
};
