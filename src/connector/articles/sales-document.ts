import type { SalesDocumentChange } from '../../domain/sales-document.ts';
import type { Edition } from '../profiles/profile.ts';

/** What this edition sends of a piece: its file and whose it is are the push's. Undefined when nothing is left. */
export function documentForShop(
  piece: SalesDocumentChange,
  { documentPush }: Edition,
): SalesDocumentChange | undefined {
  const { file: _, email: __, erpId: ___, ...data } = piece;
  const sent: SalesDocumentChange = documentPush ? piece : data;
  return sent.content || sent.file ? sent : undefined;
}
