import type { CheckWording } from './check.ts';
import type { DemoWording } from './demo.ts';
import type { MigrateWording } from './migrate.ts';
import type { SyncWording } from './sync.ts';

/** Everything that the commands say, but for errors (shop/wording.ts). */
export interface Wording {
  readonly help: HelpWording;
  readonly usage: UsageWording;
  readonly keys: KeysWording;
  readonly orders: { offered(id: string): string };
  readonly import: ImportWording;
  readonly export: ExportWording;
  readonly journal: JournalWording;
  readonly sync: SyncWording;
  readonly check: CheckWording;
  readonly demo: DemoWording;
  readonly migrate: MigrateWording;
}

/** The texts of `--help`. */
export type HelpWording = Readonly<
  Record<
    | 'program'
    | 'usageTitle'
    | 'argumentsTitle'
    | 'optionsTitle'
    | 'globalOptionsTitle'
    | 'commandsTitle'
    | 'helpOption'
    | 'helpCommand'
    | 'choices'
    | 'version'
    | 'config'
    | 'data'
    | 'shop'
    | 'lang'
    | 'serve'
    | 'keys'
    | 'keysList'
    | 'keysAdd'
    | 'keysRevoke'
    | 'keyLabel'
    | 'keyId'
    | 'orders'
    | 'ordersOffer'
    | 'orderIds'
    | 'import'
    | 'importFiles'
    | 'importSample'
    | 'importKind'
    | 'importFormat'
    | 'importExamples'
    | 'export'
    | 'exportWhat'
    | 'exportOutput'
    | 'exportFiles'
    | 'exportAll'
    | 'exportExamples'
    | 'journal'
    | 'journalShow'
    | 'journalFollow'
    | 'journalSince'
    | 'journalResource'
    | 'journalReference'
    | 'journalOutcome'
    | 'journalLimit'
    | 'journalJson'
    | 'exchangeId',
    string
  >
>;

/** What commander says of a command line that it cannot read; `$name`, `$value` and `$choices` come from its own message. */
export type UsageWording = Readonly<
  Record<
    | 'unknownOption'
    | 'unknownCommand'
    | 'missingArgument'
    | 'missingValue'
    | 'tooManyArguments'
    | 'invalidChoice'
    | 'didYouMean',
    string
  >
>;

export interface KeysWording {
  readonly columns: readonly [id: string, label: string, created: string, state: string];
  readonly valid: string;
  readonly none: string;
  revokedAt(date: string): string;
  added(id: string): string;
  revoked(id: string): string;
  readonly configuredComesBack: string;
}

export interface ImportWording {
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

interface ExportWording {
  written(count: number, file: string): string;
}

export interface JournalWording {
  readonly sinceExpected: string;
  readonly limitExpected: string;
  readonly empty: string;
  readonly request: string;
  readonly reply: string;
  readonly notKept: string;
  more(limit: number): string;
}
