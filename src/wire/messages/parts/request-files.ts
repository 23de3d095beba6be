import { foldName } from '../../xml/element.ts';
import type { WireRequest } from '../codec.ts';

/** The bytes of a part that came as a file, by folded name. */
export function fileNamed(request: Pick<WireRequest, 'files'>, folded: string): Uint8Array | undefined {
  for (const [name, bytes] of request.files) if (foldName(name) === folded) return bytes;
  return undefined;
}
