import { randomBytes } from 'node:crypto';
import { isLanguage, type Language } from './words.ts';

export interface Settings {
  /** Of the JSON API: `…/api/v1`. */
  readonly api: string;
  readonly token: string;
  readonly port: number;
  /** Where visitors see the shop; links that are sent by mail begin so. */
  readonly url: string;
  /** Of visitors who ask for neither French nor English. */
  readonly language: Language;
  /** Signs sessions. By default made anew, so that a restart signs everybody out. */
  readonly secret: string;
}

const TOKEN_MISSING = `PASSERELLE_TOKEN is missing: the API lets nobody in without a token. This makes one, and shows it once:
  passerelle tokens add --label storefront --scope read orders
Then start the shop with PASSERELLE_TOKEN=pst_… (in a clone, passerelle is: npm run --silent passerelle --).`;

/** Throws an Error that says what is wrong. */
export function settingsFrom(environment: NodeJS.ProcessEnv): Settings {
  const token = environment.PASSERELLE_TOKEN;
  if (!token) throw new Error(TOKEN_MISSING);
  const port = Number(environment.PORT || 8790);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new Error(`PORT is a port’s number, not "${environment.PORT}".`);
  const language = environment.SHOP_LANG || 'fr';
  if (!isLanguage(language)) throw new Error(`SHOP_LANG is fr or en, not "${language}".`);
  return {
    api: (environment.PASSERELLE_API || 'http://127.0.0.1:8787/api/v1').replace(/\/$/, ''),
    token,
    port,
    url: (environment.SHOP_URL || `http://127.0.0.1:${port}`).replace(/\/$/, ''),
    language,
    secret: environment.SHOP_SECRET || randomBytes(32).toString('base64url'),
  };
}
