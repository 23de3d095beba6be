/** What the server's process asks of the engine's, one question at a time; plain data. */
export type Question =
  /** All that sheets can name, by path within their folder, and which of it are sheets to compile. */
  | { readonly kind: 'load'; readonly files: Files; readonly sheets: readonly string[] }
  | { readonly kind: 'apply'; readonly sheet: string; readonly xml: Uint8Array; readonly mostBytes: number };

export type Files = Readonly<Record<string, Uint8Array>>;

/** `isSpent`: the engine's memory can no longer be trusted, or has grown too much; it must be replaced. */
export type Answer = { readonly isSpent: boolean } & (
  | { readonly kind: 'loaded' }
  | { readonly kind: 'applied'; readonly xml: Uint8Array; readonly said: string }
  /** What it was to be applied to is not well-formed. */
  | { readonly kind: 'ill_formed'; readonly said: string }
  | { readonly kind: 'too_large' }
  | ({ readonly kind: 'failed' } & Failure)
);

export interface Failure {
  readonly sheet: string;
  /** What libxslt printed. */
  readonly said: string;
  /** What was asked for and is not in the folder. */
  readonly outside?: string;
  /** Of the JavaScript around it: a stack or a memory that came to its end. */
  readonly thrown?: string;
}

/** Under these addresses sheets see the files of their folder. */
export const FOLDER_URL = 'sheets:///';

export const urlOf = (path: string): string => FOLDER_URL + path.split('/').map(encodeURIComponent).join('/');
