import { Zip, ZipDeflate } from 'fflate';

/** A file of a zip: its content whole, or in pieces as they come. */
export interface ZipEntry {
  readonly name: string;
  readonly content: string | AsyncIterable<string>;
}

/** A zip as it comes into being, a file at a time. */
export async function* zipped(entries: AsyncIterable<ZipEntry>, mtime: Date): AsyncGenerator<Uint8Array> {
  const chunks: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    chunks.push(chunk);
  });
  for await (const { name, content } of entries) {
    const file = new ZipDeflate(name, { level: 6 });
    file.mtime = mtime;
    zip.add(file);
    for await (const piece of typeof content === 'string' ? [content] : content) {
      file.push(Buffer.from(piece));
      yield* chunks.splice(0);
    }
    file.push(new Uint8Array(), true);
    yield* chunks.splice(0);
  }
  zip.end();
  yield* chunks.splice(0);
}
