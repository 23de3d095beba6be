import type { OpenFile } from '../../shop/document-archive.ts';

/** A file that is read while it is sent. */
export class StreamedFile {
  readonly type: string;
  readonly file: OpenFile;

  constructor(file: OpenFile, { type }: { readonly type: string }) {
    this.type = type;
    this.file = file;
  }
}
