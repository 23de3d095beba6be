/** A statement, with the setting that it comes from (`queries.articles`), to name it when the database refuses it. */
export interface Statement {
  readonly field: string;
  readonly sql: string;
}

/** A statement with its parameters in the dialect's own placeholders; values are texts, converted by the database. */
export interface BoundStatement extends Statement {
  readonly parameters: readonly Parameter[];
}

interface Parameter {
  readonly name: string;
  readonly value: string | null;
}

/** Cells as exact text: `null` and empty are both `''`, booleans `1` and `0`, binary a `data:;base64,` URL. */
export type Cells = readonly string[];

/** Statements of one transaction. Gives the rows, if any, of the statement. */
export type RunStatement = (statement: BoundStatement) => Promise<readonly Cells[]>;

/**
 * What the SQL source needs of a database. Rejects with `source_unavailable` when the database does not answer and with
 * `query_refused` when it does and refuses.
 */
export interface SqlDatabase {
  /** How parameters are written in a statement. */
  readonly syntax: ParameterSyntax;
  /** Of these names of tables and views, those that exist, with how they are written in a statement. */
  tablesNamed(names: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** The result of a query, its column names first, row by row as the reader takes them; the query cannot write. */
  read(query: Statement): AsyncGenerator<Cells, void, undefined>;
  /** Runs `work` in a transaction, committed when it resolves. */
  write<T>(work: (run: RunStatement) => Promise<T>): Promise<T>;
  /** Ends also what is being read. */
  close(): Promise<void>;
}

export interface ParameterSyntax {
  placeholder(name: string, position: number): string;
  /** Texts in which nothing is a parameter: literals, quoted names, comments. */
  readonly quoted: RegExp;
}

export interface DatabaseOptions {
  readonly timeoutSeconds: number;
  readonly timeZone?: string;
}
