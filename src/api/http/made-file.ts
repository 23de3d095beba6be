/** A file that comes into being while it is sent: nobody knows yet how long it is. */
export class MadeFile {
  readonly type: string;
  readonly chunks: AsyncIterable<Uint8Array>;

  constructor(chunks: AsyncIterable<Uint8Array>, { type }: { readonly type: string }) {
    this.type = type;
    this.chunks = chunks;
  }
}
