import type { SalesDocumentContent } from '../../src/domain/sales-document.ts';
import type { Store } from '../../src/store/open.ts';
import { moment, order } from '../../src/testing/contract/samples.ts';

export const PDF = {
  type: 'application/pdf',
  bytes: new TextEncoder().encode('%PDF-1.4 Facture FA00017'),
} as const;

/** Of the orders' customer, or of whom is said. */
export function pieceContent({
  id = '77',
  code,
  email = 'lee@bagues.fr',
  day = 1,
  orderId,
}: {
  readonly id?: string;
  readonly code?: string;
  readonly email?: string;
  readonly day?: number;
  readonly orderId?: string;
}): SalesDocumentContent {
  const { delivery, billing, totals, lines } = order('');
  return {
    ...{ delivery, billing, totals, lines, paymentMethod: '', carrier: '' },
    customer: { id, email, lastName: 'Lee', firstName: '', ...(code !== undefined && { erpCode: code }) },
    placedAt: moment(`2026-04-0${day} 00:00:00`),
    ...(orderId !== undefined && { orderId }),
  };
}

/** An invoice of the order FULL as data and file, a quote as data, an HTML page for an address alone. */
export async function addDocuments({ shop }: Pick<Store, 'shop'>): Promise<void> {
  const invoice = {
    ...pieceContent({ day: 2, orderId: 'FULL' }),
    customFields: { 'commande/echeance': '30' },
  };
  await shop.saveSalesDocument({
    number: 'FA00017',
    type: 'invoice',
    content: invoice,
    file: PDF,
    erpId: '4711',
  });
  await shop.saveSalesDocument({ number: 'DE3', type: 'quote', content: pieceContent({ day: 1 }) });
  const page = new TextEncoder().encode('<script>alert(1)</script>');
  await shop.saveSalesDocument({
    number: 'BL/1 "é"\r\n..',
    type: 'delivery_note',
    email: 'LEE@bagues.fr',
    file: { type: 'text/html', bytes: page },
  });
}
