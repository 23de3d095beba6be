import { type PlacedImage, readImageFile, sweepFile } from '../../side/image-files.ts';
import type { SideChanges } from '../../side/side-rows.ts';
import type { HikashopSql } from '../tables.ts';
import type { StoredProduct } from './rows.ts';

export interface ImageChange {
  readonly changes: SideChanges;
  /** The file that the product no longer shows. */
  readonly dropped?: string;
}

/** Makes it the product's image; the images that a person put there stay. */
export async function writeImage(
  sql: HikashopSql,
  { row, side }: Pick<StoredProduct, 'row' | 'side'>,
  image: PlacedImage | null,
): Promise<ImageChange> {
  const shown = side?.image_id ? await findFile(sql, row.id, side.image_id) : undefined;
  if (shown?.path === image?.file) return { changes: {} };
  const dropped = shown && { dropped: shown.path };
  if (image === null) {
    await sql
      .deleteFrom('hikashop_file')
      .where('file_id', '=', shown?.id ?? 0)
      .execute();
    return { changes: { image_id: null, image_sha256: null, image_type: null }, ...dropped };
  }
  const id = shown ? await renameFile(sql, shown.id, image) : await addFile(sql, row.id, image);
  return { changes: { image_id: id, image_sha256: image.sha256, image_type: image.type }, ...dropped };
}

const findFile = (sql: HikashopSql, product: number, id: number) =>
  sql
    .selectFrom('hikashop_file')
    .select(['file_id as id', 'file_path as path'])
    .where('file_id', '=', id)
    .where('file_ref_id', '=', product)
    .where('file_type', '=', 'product')
    .executeTakeFirst();

async function renameFile(sql: HikashopSql, id: number, { file }: PlacedImage): Promise<number> {
  await sql
    .updateTable('hikashop_file')
    .set({ file_path: file, file_name: file })
    .where('file_id', '=', id)
    .execute();
  return id;
}

/** Behind those that are there: the first is the one that lists show. */
async function addFile(sql: HikashopSql, product: number, { file }: PlacedImage): Promise<number> {
  const others = await sql
    .selectFrom('hikashop_file')
    .select('file_ordering as ordering')
    .where('file_ref_id', '=', product)
    .where('file_type', '=', 'product')
    .orderBy('file_ordering', 'desc')
    .executeTakeFirst();
  const { insertId } = await sql
    .insertInto('hikashop_file')
    .values({
      file_name: file,
      file_description: '',
      file_path: file,
      file_type: 'product',
      file_ref_id: product,
      file_ordering: others ? others.ordering + 1 : 0,
    })
    .executeTakeFirstOrThrow();
  return Number(insertId);
}

/** Removes a file once nothing shows it any more. */
export const sweepImage = (sql: HikashopSql, folder: string, file: string): Promise<void> =>
  sweepFile(folder, file, async () => {
    const user = await sql
      .selectFrom('hikashop_file')
      .select('file_id as id')
      .where('file_path', '=', file)
      .executeTakeFirst();
    return user !== undefined;
  });

/** The bytes of an image that the ERP sent. */
export async function readImage(
  sql: HikashopSql,
  folder: string,
  sha256: string,
): Promise<Uint8Array | undefined> {
  const found = await sql
    .selectFrom('passerelle_product as side')
    .innerJoin('hikashop_file as file', 'file.file_id', 'side.image_id')
    .select('file.file_path as path')
    .where('side.image_sha256', '=', sha256)
    .executeTakeFirst();
  return found && readImageFile(folder, found.path);
}
