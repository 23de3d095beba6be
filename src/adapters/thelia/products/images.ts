import { sql as raw } from 'kysely';
import { imageFile, type PlacedImage, readImageFile } from '../../side/image-files.ts';
import { type SideChanges, sideImage } from '../../side/side-rows.ts';
import type { TheliaSql } from '../tables.ts';
import type { StoredProduct } from './rows.ts';

export interface ImageChange {
  readonly changes: SideChanges;
  /** The file that the product no longer shows. */
  readonly dropped?: string;
}

/** Makes it the product's image; the images that a person put there stay. */
export async function writeImage(
  sql: TheliaSql,
  { row, side }: Pick<StoredProduct, 'row' | 'side'>,
  image: PlacedImage | null,
): Promise<ImageChange> {
  const shown = side?.image_id ? await findImage(sql, row.id, side.image_id) : undefined;
  if (shown?.file === image?.file) return { changes: {} };
  const dropped = shown && { dropped: shown.file };
  if (image === null) {
    await sql
      .deleteFrom('image')
      .where('id', '=', shown?.id ?? 0)
      .execute();
    return { changes: { image_id: null, image_sha256: null, image_type: null }, ...dropped };
  }
  const id = shown ? await renameImage(sql, shown.id, image) : await addImage(sql, row.id, image);
  return { changes: { image_id: id, image_sha256: image.sha256, image_type: image.type }, ...dropped };
}

const findImage = (sql: TheliaSql, product: number, id: number) =>
  sql
    .selectFrom('image')
    .select(['id', 'fichier as file'])
    .where('id', '=', id)
    .where('produit', '=', product)
    .executeTakeFirst();

async function renameImage(sql: TheliaSql, id: number, { file }: PlacedImage): Promise<number> {
  await sql.updateTable('image').set({ fichier: file }).where('id', '=', id).execute();
  return id;
}

/** Behind those that are there: the first is the one that lists show. */
async function addImage(sql: TheliaSql, product: number, { file }: PlacedImage): Promise<number> {
  const last = await sql
    .selectFrom('image')
    .select('classement')
    .where('produit', '=', product)
    .orderBy('classement', 'desc')
    .executeTakeFirst();
  const { insertId } = await sql
    .insertInto('image')
    .values({ produit: product, fichier: file, classement: (last?.classement ?? 0) + 1 })
    .executeTakeFirstOrThrow();
  return Number(insertId);
}

/** Whether a product or a variant still shows this file. */
export async function isShown(sql: TheliaSql, file: string): Promise<boolean> {
  const user = await sql.selectFrom('image').select('id').where('fichier', '=', file).executeTakeFirst();
  if (user) return true;
  const [digest = ''] = file.split('.');
  const variant = await sql
    .selectFrom('passerelle_variant')
    .select('variant_key')
    .where(raw<string>`LEFT(image_sha256, ${digest.length})`, '=', digest)
    .executeTakeFirst();
  return variant !== undefined;
}

/** The bytes of an image that the ERP sent. */
export async function readImage(
  sql: TheliaSql,
  folder: string,
  sha256: string,
): Promise<Uint8Array | undefined> {
  const product = await sql
    .selectFrom('passerelle_product as side')
    .innerJoin('image', 'image.id', 'side.image_id')
    .select('image.fichier as file')
    .where('side.image_sha256', '=', sha256)
    .executeTakeFirst();
  if (product) return readImageFile(folder, product.file);
  const variant = await sql
    .selectFrom('passerelle_variant')
    .select(['image_sha256', 'image_type'])
    .where('image_sha256', '=', sha256)
    .executeTakeFirst();
  const { image } = sideImage(variant);
  return image && readImageFile(folder, imageFile(image.sha256, image.type));
}
