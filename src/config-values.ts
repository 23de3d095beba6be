import { z } from 'zod';
import { type Decimal, parseDecimal } from './domain/decimal.ts';
import { LANGUAGES, type Language } from './shop/wording.ts';

/** What the schemas expect beyond what zod itself can say; a custom issue's message is one of these names. */
export const EXPECTATIONS = {
  decimal: { fr: 'un nombre, par exemple 0.1', en: 'a number such as 0.1' },
  shopName: {
    fr: 'des lettres sans accent, chiffres, « - » ou « _ », 63 au plus',
    en: 'plain letters, digits, "-" or "_", 63 at most',
  },
  shopNameUnique: { fr: 'un nom par boutique', en: 'a name of its own for each shop' },
  storeUrl: {
    fr: 'sqlite:CHEMIN, ou postgres://UTILISATEUR:MOT_DE_PASSE@HÔTE:PORT/BASE',
    en: 'sqlite:PATH, or postgres://USER:PASSWORD@HOST:PORT/DATABASE',
  },
  schemaName: {
    fr: 'des minuscules sans accent, chiffres ou « _ », 63 au plus, sans commencer par pg_',
    en: 'small plain letters, digits or "_", 63 at most, not beginning with pg_',
  },
  storeUnique: { fr: 'une base par boutique', en: 'a store of its own for each shop' },
  keyUnique: {
    fr: 'des clés propres à chaque boutique (la clé désigne la boutique)',
    en: 'keys of its own for each shop (the key tells the shop)',
  },
  timeZone: { fr: 'un fuseau horaire tel que Europe/Paris', en: 'a time zone such as Europe/Paris' },
  accessKey: {
    fr: 'une clé d’au moins 1 caractère, sans espace au début ni à la fin',
    en: 'a key of at least 1 character, without spaces around it',
  },
  blobPlace: { fr: 'un dossier, ou s3://SEAU/PRÉFIXE', en: 'a folder, or s3://BUCKET/PREFIX' },
  s3Credentials: {
    fr: 's3.accessKeyId et s3.secretAccessKey (ou AWS_ACCESS_KEY_ID et AWS_SECRET_ACCESS_KEY) : une boutique garde ses images dans un seau',
    en: 's3.accessKeyId and s3.secretAccessKey (or AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY): a shop keeps its images in a bucket',
  },
  webAddress: { fr: 'une adresse http:// ou https://', en: 'an http:// or https:// address' },
  oneSource: {
    fr: 'exactement une source : folder, sql ou simulator',
    en: 'exactly one source: folder, sql or simulator',
  },
  positive: { fr: 'un nombre supérieur à 0', en: 'a number above 0' },
} as const satisfies Record<string, Record<Language, string>>;
export type Expectation = keyof typeof EXPECTATIONS;

/** A text that is not empty. */
export const text = () => z.string().trim().min(1);

/** A whole number from 1. */
export const count = (byDefault: number) => z.int().positive().default(byDefault);

export const language = () => z.enum(LANGUAGES);

export const refuse = (expectation: Expectation): { error: string } => ({ error: expectation });

/** A text that `isValid` accepts. */
export const checked = (expectation: Expectation, isValid: (value: string) => boolean) =>
  z.string().refine(isValid, refuse(expectation));

/** An exact number, as a text (`'0.1'`) or as a number. */
export const decimal = () =>
  z.union([z.string(), z.number()]).transform((value, context): Decimal => {
    const parsed = parseDecimal(String(value).trim());
    if (parsed !== undefined) return parsed;
    context.addIssue({ code: 'custom', message: 'decimal' satisfies Expectation, input: value });
    return z.NEVER;
  });

/** An http:// or https:// URL. */
export const webAddress = () =>
  checked('webAddress', (url) => /^https?:\/\/[^/\s]+/i.test(url) && URL.canParse(url));
