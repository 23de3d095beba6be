import type { Order } from '../../domain/order.ts';
import type { DocumentFile, SalesDocumentChange } from '../../domain/sales-document.ts';
import type { ErpDocument, Shipment } from '../erp-source.ts';
import { momentOfDay } from './calendar.ts';
import { throwDice } from './dice.ts';
import type { Piece } from './ledger.ts';
import type { World } from './options.ts';
import { pdfFromLines } from './pdf.ts';

type PieceType = 'order' | 'delivery_note' | 'invoice';

const DAYS_TO_INVOICE = 2;
const TITLES: Readonly<Record<PieceType, string>> = {
  order: 'Commande',
  delivery_note: 'Bon de livraison',
  invoice: 'Facture',
};

/** The numbers of one order's pieces differ in their first letters alone. */
export const pieceNumber = ({ profile }: World, type: PieceType, number: number): string =>
  `${profile.documentPrefixes[type]}${String(number).padStart(8, '0')}`;

export const orderOfPiece = ({ order }: Piece): Order => JSON.parse(order) as Order;

/** One or two days after the import. */
export const shippingDay = ({ seed }: World, { number, day }: Piece): number =>
  day + throwDice(seed, 'piece', number).between(1, 2, 'days to ship');

export const invoiceDay = (world: World, piece: Piece): number => shippingDay(world, piece) + DAYS_TO_INVOICE;

export const isShipped = (world: World, piece: Piece, today: number): boolean =>
  shippingDay(world, piece) <= today;

export const shipmentOf = ({ seed }: World, piece: Piece): Shipment => ({
  orderId: orderOfPiece(piece).id,
  trackingNumber: `6A${String(throwDice(seed, 'piece', piece.number).below(1_000_000_000, 'parcel')).padStart(11, '0')}`,
});

/** The delivery note and, later, the invoice of an order. */
export function documentsOf(world: World, piece: Piece, today: number): readonly ErpDocument[] {
  const shipped = shippingDay(world, piece);
  const invoiced = invoiceDay(world, piece);
  return [
    ...(shipped <= today ? [document(world, piece, { type: 'delivery_note', day: shipped })] : []),
    ...(invoiced <= today ? [document(world, piece, { type: 'invoice', day: invoiced })] : []),
  ];
}

interface Issue {
  readonly type: Exclude<PieceType, 'order'>;
  readonly day: number;
}

function document(world: World, piece: Piece, { type, day }: Issue): ErpDocument {
  const number = pieceNumber(world, type, piece.number);
  const date = momentOfDay(world.startDate, day);
  return {
    number,
    type,
    date,
    version: '1',
    load: async (): Promise<SalesDocumentChange> => {
      const { id: _id, reference: _ref, state: _state, excluded: _excluded, ...order } = orderOfPiece(piece);
      const lines = [`${TITLES[type]} ${number} du ${date.slice(0, 10)}`, ...order.lines.map(lineText)];
      return {
        number,
        type,
        content: { ...order, placedAt: date },
        ...fileField(world, [...lines, `Total TTC : ${order.totals.paid} EUR`]),
        email: order.customer.email,
        erpId: String(piece.number),
      };
    },
  };
}

const lineText = ({ quantity, reference, name, netUnitPrice }: Order['lines'][number]): string =>
  `${quantity} x ${reference} ${name} : ${netUnitPrice} EUR HT`;

function fileField({ profile }: World, lines: readonly string[]): { file?: DocumentFile } {
  const type = profile.documentFile;
  if (type === undefined) return {};
  return { file: { type, bytes: type === 'text/html' ? htmlFromLines(lines) : pdfFromLines(lines) } };
}

function htmlFromLines(lines: readonly string[]): Uint8Array {
  const [title = '', ...rest] = lines.map(escapeHtml);
  const paragraphs = rest.map((line) => `<p>${line}</p>`).join('\n');
  return new TextEncoder().encode(
    `<!DOCTYPE html>\n<html lang="fr"><head><meta charset="utf-8"><title>${title}</title></head>\n<body>\n<h1>${title}</h1>\n${paragraphs}\n</body></html>\n`,
  );
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
const escapeHtml = (text: string): string => text.replace(/[&<>]/g, (found) => ENTITIES[found] ?? found);
