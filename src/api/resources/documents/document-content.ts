import type { z } from 'zod';
import { defined } from '../../../domain/optional.ts';
import type { SalesDocumentContent } from '../../../domain/sales-document.ts';
import type { ArchivedDocument } from '../../../shop/document-archive.ts';
import { BASE_PATH } from '../../base-path.ts';
import type { document } from '../../schemas/document.ts';
import { lineContent } from '../orders/order-content.ts';

export type DocumentContent = z.input<typeof document>;

/** A sales document as a reply has it. */
export const documentContent = (archived: ArchivedDocument): DocumentContent => {
  const { number, type, date, owner, erpId, file, content, createdAt, updatedAt } = archived;
  return defined({
    ...{ number, type, date, customer: owner, createdAt, updatedAt },
    order: content?.orderId,
    erpId,
    file: file && { ...file, path: `${BASE_PATH}/documents/${encodeURIComponent(number)}/file` },
    content: content && ownContent(content),
  });
};

function ownContent(content: SalesDocumentContent): NonNullable<DocumentContent['content']> {
  const { placedAt: _, orderId: __, lines, ...rest } = content;
  return { ...rest, lines: lines.map(lineContent) };
}
