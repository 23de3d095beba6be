import { defined } from '../../domain/optional.ts';
import { type Problem, type ProblemFacts, problem } from '../../domain/problem.ts';
import type { ProductChange } from '../../domain/product.ts';
import { readImage } from '../../parsing/image.ts';
import { type ProductRecord, readProduct } from '../../records/product-record.ts';
import { type Packed, packArticle, unpackArticle } from '../articles/packed.ts';
import type { Read } from '../erp-source.ts';
import { withGammes } from '../gammes-from-rows.ts';
import { openSpool, type Spool, type SpoolEntry } from '../spool.ts';
import { readNamedFile } from './named-file.ts';
import { type FileRecord, recordsOfKind } from './reading.ts';

/** Pictures that are held at once, before the batch is given on. */
const MOST_IMAGE_BYTES = 16 * 2 ** 20;
const MOST_ARTICLES = 200;

/**
 * The articles of a folder, the rows of variants with axes in their parent's block. An article whose image cannot be
 * read is given without it, and the problem beside it. Files are read once, and pictures too: what withGammes goes
 * through a second time was put aside.
 */
export async function* articlesOfFolder(folder: string): AsyncGenerator<readonly Read<ProductChange>[]> {
  const spool = openSpool<SpooledRecord>();
  try {
    yield* withGammes(
      () => articlesWithImages(spool, folder),
      () => articlesWithoutImages(spool, folder),
    );
  } finally {
    spool.close();
  }
}

type SpooledRecord =
  | { readonly problem: Problem }
  | (Omit<Packed, 'bytes'> & { readonly imageName?: string; readonly file: string; readonly line: number });

async function* articlesWithoutImages(
  spool: Spool<SpooledRecord>,
  folder: string,
): AsyncGenerator<readonly Read<ProductChange>[]> {
  for await (const batch of recordsOfKind(folder, 'products', readProduct)) {
    for (const record of batch) putAside(record, spool);
    yield batch.map((record) => ('problem' in record ? record : { value: record.value.change }));
  }
}

function putAside(record: FileRecord<ProductRecord>, spool: Spool<SpooledRecord>): void {
  if ('problem' in record) {
    spool.add(record);
    return;
  }
  const { value, file, line } = record;
  const { article, bytes } = packArticle(value.change);
  spool.add({ article, file, line, ...defined({ imageName: value.imageName }) }, bytes);
}

async function* articlesWithImages(
  spool: Spool<SpooledRecord>,
  folder: string,
): AsyncGenerator<readonly Read<ProductChange>[]> {
  let articles: Read<ProductChange>[] = [];
  let imageBytes = 0;
  for await (const entry of spool.entries()) {
    const read = await withImage(entry, folder);
    articles.push(...read);
    for (const one of read) imageBytes += 'value' in one ? (one.value.image?.bytes.length ?? 0) : 0;
    if (imageBytes < MOST_IMAGE_BYTES && articles.length < MOST_ARTICLES) continue;
    yield articles;
    articles = [];
    imageBytes = 0;
  }
  if (articles.length > 0) yield articles;
}

async function withImage(
  { value: record, ...bytes }: SpoolEntry<SpooledRecord>,
  folder: string,
): Promise<readonly Read<ProductChange>[]> {
  if ('problem' in record) return [record];
  const change = unpackArticle({ article: record.article, ...bytes });
  if (record.imageName === undefined) return [{ value: change }];
  const found = await readNamedFile(folder, record.imageName);
  const image = 'reason' in found ? undefined : readImage(found.bytes);
  if (image) return [{ value: { ...change, image } }];
  const failure = 'reason' in found ? found : problem('not_an_image');
  const where: ProblemFacts = { entity: 'product', record: change.reference, field: 'image' };
  return [{ value: change }, { problem: { ...failure, ...where, file: record.file, line: record.line } }];
}
