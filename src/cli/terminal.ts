import { once } from 'node:events';
import type { Readable, Writable } from 'node:stream';
import type { Language } from '../shop/wording.ts';
import type { Environment } from './configuration/environment.ts';

/** What a command sees of the world around it. */
export interface Terminal {
  /** The command's words, without the interpreter's. */
  readonly words: readonly string[];
  readonly environment: Environment;
  /** The current folder. */
  readonly folder: string;
  readonly input: Readable & { readonly isTTY?: boolean };
  /** For results alone: what a pipe may read. */
  readonly output: Writable;
  /** For everything else: progress, remarks, errors. */
  readonly errors: Writable & { readonly isTTY?: boolean };
}

export const processTerminal = (): Terminal => ({
  words: process.argv.slice(2),
  environment: process.env,
  folder: process.cwd(),
  input: process.stdin,
  output: process.stdout,
  errors: process.stderr,
});

/** Writes, and waits where the reader is slow. */
export async function write(stream: Writable, text: string): Promise<void> {
  if (!stream.write(text)) await once(stream, 'drain');
}

export const writeLine = (stream: Writable, text: string): Promise<void> => write(stream, `${text}\n`);

/** `--lang`, PASSERELLE_LANG, then the terminal's own language; English where that is neither. */
export function terminalLanguage({ words, environment }: Terminal): Language {
  const option = words.findIndex((word) => word === '--lang' || word.startsWith('--lang='));
  const said = words[option]?.includes('=') ? words[option].slice('--lang='.length) : words[option + 1];
  const { PASSERELLE_LANG, LC_ALL, LC_MESSAGES, LANG } = environment;
  const candidates = [option < 0 ? undefined : said, PASSERELLE_LANG, LC_ALL, LC_MESSAGES, LANG];
  return /^fr/i.test(candidates.find((candidate) => candidate) ?? '') ? 'fr' : 'en';
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is to be replaced
const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g;

/** A text of somebody else's, which must not steer the terminal; line breaks and tabs stay. */
export const printable = (text: string): string => text.replace(CONTROL, '\uFFFD');
