import { type Field, formRequest, KEY } from './forms.ts';

/** What differs from one message to the next; all of it has a fixed width, so that a message is filled in by bytes. */
export interface ProductFigures {
  /** See referenceOf. */
  readonly reference: string;
  /** From 0 to 899,999; two numbers give two stocks and two prices. */
  readonly version: number;
}

/** References as ERPs have them: they start with digits. */
export const referenceOf = (index: number): string => `${String(index).padStart(7, '0')}AGS`;

export const VERSIONS = 900_000;
const stockOf = (version: number): string => String(100_000 + (version % VERSIONS));
const priceOf = (version: number): string => `${100 + (version % 899)}.95`;

/** What every product of a bench's store says, beside its reference. */
export const PRODUCT_TEXTS = {
  name: 'Bague « Élégance » or blanc 18 carats, serti griffe, taille réglable',
  shortDescription:
    "Or blanc 750/1000 rhodié, diamant 0,15 ct H-SI, poids moyen 3,2 g. Livrée dans son écrin avec certificat d'authenticité ; mise à taille offerte.",
  taxRate: '20.00',
  weight: '0.0032',
  ean13: '3760123456789',
} as const;

const REFERENCE = '@@@@@@@@@@';
const STOCK = '######';
const PRICE = '%%%%%%';

const FIELDS: readonly Field[] = [
  ['reference', REFERENCE],
  ['nom', PRODUCT_TEXTS.name],
  ['desc_courte', PRODUCT_TEXTS.shortDescription],
  ['p_vente', PRICE],
  ['stock', STOCK],
  ['tva', PRODUCT_TEXTS.taxRate],
  ['poids', PRODUCT_TEXTS.weight],
  ['EAN13', PRODUCT_TEXTS.ean13],
];

/** All variables are sent twice: as POST variables and in the XML (seed §3). */
function messageText(): readonly Field[] {
  const routing: readonly Field[] = [
    ['key', KEY],
    ['resource', 'update_product'],
  ];
  const elements = [...routing, ...FIELDS].map(([name, value]) => `  <${name}>${value}</${name}>\n`);
  const xml = `<?xml version="1.0" encoding="UTF-8"?>\n<connecteur>\n${elements.join('')}</connecteur>\n`;
  return [...routing, ...FIELDS, ['data', xml]];
}

/** A whole `update_product` request of about 2 KB. The bytes belong to the caller until it fills them in again. */
export function createProductMessage(): (figures: ProductFigures) => Buffer {
  const bytes = formRequest(messageText());
  const places = [REFERENCE, PRICE, STOCK].map((mark) => placesOf(bytes, mark));
  return ({ reference, version }) => {
    const values = [reference, priceOf(version), stockOf(version)];
    places.forEach((offsets, index) => {
      for (const offset of offsets) bytes.write(values[index] ?? '', offset, 'latin1');
    });
    return bytes;
  };
}

function placesOf(bytes: Buffer, mark: string): readonly number[] {
  const places: number[] = [];
  for (let at = bytes.indexOf(mark); at >= 0; at = bytes.indexOf(mark, at + 1)) places.push(at);
  return places;
}

/** Whether a reply's body is the success of `update_product` (seed §7). */
export const isUpdated = (body: Buffer): boolean => body.includes('<update_product/>');
