import { type Problem, problem } from '../../domain/problem.ts';
import type { ProductChange } from '../../domain/product.ts';
import { type ProductRecord, readProduct } from '../../records/product-record.ts';
import { readImage } from '../../wire/messages/image.ts';
import type { Read } from '../erp-source.ts';
import { withGammes } from '../gammes-from-rows.ts';
import { filesInFolder } from './folder-files.ts';
import { readNamedFile } from './named-file.ts';
import { type FileRecord, recordsOfKind } from './reading.ts';
import { rememberFile, type Unchanged } from './same-file.ts';

/** Pictures that are held at once, before the batch is given on. */
const MOST_IMAGE_BYTES = 16 * 2 ** 20;

/**
 * The articles of a folder, the rows of variants with axes in their parent's block. An article whose image cannot be
 * read is given without it, and the problem beside it.
 */
export const articlesOfFolder = (folder: string): AsyncIterable<readonly Read<ProductChange>[]> =>
  withGammes(articleReadings(folder));

/**
 * Reads the articles when called, as withGammes does twice: first for the variants' blocks, which have no pictures. The
 * second reading is of the same files, or rejects with `source_unavailable`.
 */
export function articleReadings(folder: string): () => AsyncIterable<readonly Read<ProductChange>[]> {
  let unchanged: readonly Unchanged[] | undefined;
  return async function* () {
    if (unchanged) {
      for (const check of unchanged) await check();
      yield* articlesWithImages(folder);
      return;
    }
    const files = (await filesInFolder(folder)).filter(({ kind }) => kind === 'products');
    unchanged = await Promise.all(files.map(rememberFile));
    yield* articlesWithoutImages(folder);
  };
}

async function* articlesWithoutImages(folder: string): AsyncGenerator<readonly Read<ProductChange>[]> {
  for await (const batch of recordsOfKind(folder, 'products', readProduct))
    yield batch.map((record) => ('problem' in record ? record : { value: record.value.change }));
}

async function* articlesWithImages(folder: string): AsyncGenerator<readonly Read<ProductChange>[]> {
  for await (const batch of recordsOfKind(folder, 'products', readProduct)) {
    let articles: Read<ProductChange>[] = [];
    let bytes = 0;
    for (const record of batch) {
      const read = await withImage(record, folder);
      articles.push(...read);
      for (const one of read) bytes += 'value' in one ? (one.value.image?.bytes.length ?? 0) : 0;
      if (bytes < MOST_IMAGE_BYTES) continue;
      yield articles;
      articles = [];
      bytes = 0;
    }
    if (articles.length > 0) yield articles;
  }
}

async function withImage(
  record: FileRecord<ProductRecord>,
  folder: string,
): Promise<readonly Read<ProductChange>[]> {
  if ('problem' in record) return [record];
  const { change, imageName } = record.value;
  if (imageName === undefined) return [{ value: change }];
  const found = await readNamedFile(folder, imageName);
  const image = 'reason' in found ? undefined : readImage(found.bytes);
  if (image) return [{ value: { ...change, image } }];
  return [{ value: change }, { problem: imageProblem(record, 'reason' in found ? found : undefined) }];
}

function imageProblem(
  { value, file, line }: Extract<FileRecord<ProductRecord>, { value: unknown }>,
  unreadable: Problem | undefined,
): Problem {
  const where = { entity: 'product', record: value.change.reference, field: 'image', file, line };
  return { ...(unreadable ?? problem('not_an_image')), ...where };
}
