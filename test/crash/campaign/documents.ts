import type { SalesDocument, SalesDocumentChange } from '../../../src/domain/sales-document.ts';
import type { ShopReader } from '../../../src/shop/reader.ts';
import { order } from '../../../src/testing/contract/samples.ts';
import { duplicates, type Observation } from './ledger.ts';

/** A document's data and its file come apart, from different clients. */
export const contentThing = (number: string): string => `data of document ${number}`;
export const fileThing = (number: string): string => `file of document ${number}`;

export function contentChange(document: string, number: number): SalesDocumentChange {
  const { id: _, reference: __, state: ___, excluded: ____, delivery, ...content } = order(document);
  return {
    number: document,
    type: 'invoice',
    content: { ...content, delivery: { ...delivery, city: `${number}` }, carrier: `${number}` },
  };
}

export const fileChange = (document: string, number: number): SalesDocumentChange => ({
  number: document,
  type: 'invoice',
  email: 'lee@bagues.fr',
  erpId: `${number}`,
  file: { type: 'application/pdf', bytes: Buffer.from(`%PDF-1.4\n${document}\n${number}\n%%EOF\n`) },
});

export async function observeDocuments(
  documents: readonly SalesDocument[],
  reader: Pick<ShopReader, 'blob'>,
): Promise<readonly Observation[]> {
  const observations = documents.map(async ({ number, content, file, erpId }) => {
    const bytes = file && (await reader.blob(file.sha256));
    return [
      { thing: contentThing(number), numbers: [content?.carrier, content?.delivery.city].map(numberOf) },
      { thing: fileThing(number), numbers: [erpId, bytes && numberInFile(number, bytes)].map(numberOf) },
    ];
  });
  return (await Promise.all(observations)).flat();
}

const numberOf = (text: string | undefined): number => Number(text ?? 0);

const numberInFile = (document: string, bytes: Uint8Array): string | undefined =>
  new RegExp(`^%PDF-1.4\n${document}\n(\\d+)\n%%EOF\n$`).exec(Buffer.from(bytes).toString())?.[1];

export const doubleDocuments = (documents: readonly SalesDocument[]): readonly string[] =>
  duplicates(
    'document',
    documents.map(({ number }) => number),
  );
