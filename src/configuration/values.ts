import { z } from 'zod';
import { type Decimal, parseDecimal } from '../domain/decimal.ts';
import { LANGUAGES, type Language } from '../shop/wording.ts';

/** What the schemas expect beyond what zod itself can say; a custom issue's message is one of these names. */
export const EXPECTATIONS = {
  decimal: { fr: 'un nombre, par exemple 0.1', en: 'a number such as 0.1' },
  shopName: {
    fr: 'des lettres sans accent, chiffres, « - » ou « _ », 63 au plus',
    en: 'plain letters, digits, "-" or "_", 63 at most',
  },
  shopNameUnique: { fr: 'un nom par boutique', en: 'a name of its own for each shop' },
  storeUrl: {
    fr: 'sqlite:CHEMIN, postgres://UTILISATEUR:MOT_DE_PASSE@HÔTE:PORT/BASE, ou hikashop:mysql://UTILISATEUR:MOT_DE_PASSE@HÔTE:PORT/BASE (de même virtuemart:, thelia:)',
    en: 'sqlite:PATH, postgres://USER:PASSWORD@HOST:PORT/DATABASE, or hikashop:mysql://USER:PASSWORD@HOST:PORT/DATABASE (likewise virtuemart:, thelia:)',
  },
  emailAddress: {
    fr: 'une adresse telle que nom@boutique.example',
    en: 'an address such as name@shop.example',
  },
  webhookSecret: {
    fr: 'whsec_ suivi de 24 à 64 octets en base64',
    en: 'whsec_ and 24 to 64 bytes in base64',
  },
  mailServer: {
    fr: 'smtp://UTILISATEUR:MOT_DE_PASSE@HÔTE:PORT ou smtps://…',
    en: 'smtp://USER:PASSWORD@HOST:PORT or smtps://…',
  },
  mailWhereNeeded: {
    fr: 'un serveur de messagerie (mail) : une boutique a des adresses dans alerts.emails',
    en: 'a mail server (mail): a shop has addresses in alerts.emails',
  },
  day: { fr: 'un jour, par exemple 2026-01-31', en: 'a day such as 2026-01-31' },
  addressRange: {
    fr: 'une adresse IP ou une plage, par exemple 10.0.0.0/8',
    en: 'an IP address or a range such as 10.0.0.0/8',
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
  languageTag: { fr: 'une langue telle que fr ou de-CH', en: 'a language such as fr or de-CH' },
  webOrigin: {
    fr: 'une origine telle que https://boutique.example, sans chemin, ou *',
    en: 'an origin such as https://shop.example, without a path, or *',
  },
  oneSource: {
    fr: 'exactement une source : folder, sql ou simulator',
    en: 'exactly one source: folder, sql or simulator',
  },
  plainData: {
    fr: 'des données simples (ni fonctions ni classes)',
    en: 'plain data (no functions, no classes)',
  },
  dateFormat: {
    fr: 'une date faite de yyyy, yy, mm, dd, hh, min et ss, par exemple dd/mm/yyyy',
    en: 'a date made of yyyy, yy, mm, dd, hh, min and ss, such as dd/mm/yyyy',
  },
  fromOrValue: {
    fr: 'soit « from » (un champ), soit « value » (une constante)',
    en: 'either "from" (a field) or "value" (a constant)',
  },
  fieldPath: {
    fr: 'un champ, ou un champ libre (xx_…, customFields.…)',
    en: 'a field, or a custom field (xx_…, customFields.…)',
  },
  targetPath: {
    fr: 'un champ qui peut être changé, ou un champ libre (xx_…, customFields.…)',
    en: 'a field that can be changed, or a custom field (xx_…, customFields.…)',
  },
  nodePlace: {
    fr: 'la place d’un nœud : xx_canal, client/code_famille ou produits/*/xx_lot (parties : livraison, facturation, client, commande, produits)',
    en: 'the place of a node: xx_canal, client/code_famille or produits/*/xx_lot (parts: livraison, facturation, client, commande, produits)',
  },
  ownNode: {
    fr: 'un nœud que le protocole n’a pas déjà ; pour les siens, le champ de la commande (customer.erpCode, excluded, carrier…)',
    en: 'a node that the protocol does not have already; for its own, the order’s field (customer.erpCode, excluded, carrier …)',
  },
  perLine: {
    fr: 'un champ de la même liste aussi (lines.…, produits/*/…, variants.…)',
    en: 'a field of the same list too (lines.…, produits/*/…, variants.…)',
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

/** `https://shop.example`, as a browser names the site of a page, or `*`. */
export const isWebOrigin = (text: string): boolean =>
  text === '*' || (URL.canParse(text) && new URL(text).origin === text);
