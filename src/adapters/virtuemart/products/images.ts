import { type PlacedImage, readImageFile, sweepFile } from '../../side/image-files.ts';
import type { SideChanges } from '../../side/side-rows.ts';
import type { ImageFolder } from '../site/images.ts';
import type { Site } from '../site/site.ts';
import type { VirtuemartSql } from '../tables.ts';
import type { StoredProduct } from './rows.ts';

export interface ImageChange {
  readonly changes: SideChanges;
  /** The file that the product no longer shows. */
  readonly dropped?: string;
}

export interface ImageContext {
  readonly site: Site;
  /** In VirtueMart's words. */
  readonly now: string;
}

/** Makes it the product's image; the images that a person put there stay. */
export async function writeImage(
  sql: VirtuemartSql,
  { row, side }: Pick<StoredProduct, 'row' | 'side'>,
  { image, site, now }: ImageContext & { readonly image: PlacedImage | null },
): Promise<ImageChange> {
  const shown = side?.image_id ? await findMedia(sql, row.id, side.image_id) : undefined;
  const file = shown && fileOf(shown.url);
  if (file === image?.file) return { changes: {} };
  const dropped = file !== undefined && { dropped: file };
  if (shown) await removeMedia(sql, row.id, shown.id);
  if (image === null) {
    await noteMedias(sql, row.id);
    return { changes: { image_id: null, image_sha256: null, image_type: null }, ...dropped };
  }
  const id = await addMedia(sql, { product: row.id, image }, { site, now });
  await noteMedias(sql, row.id);
  return { changes: { image_id: id, image_sha256: image.sha256, image_type: image.type }, ...dropped };
}

const fileOf = (url: string): string => url.slice(url.lastIndexOf('/') + 1);

const findMedia = (sql: VirtuemartSql, product: number, id: number) =>
  sql
    .selectFrom('virtuemart_medias as media')
    .innerJoin('virtuemart_product_medias as link', 'link.virtuemart_media_id', 'media.virtuemart_media_id')
    .select(['media.virtuemart_media_id as id', 'file_url as url'])
    .where('media.virtuemart_media_id', '=', id)
    .where('link.virtuemart_product_id', '=', product)
    .executeTakeFirst();

/** A person may show the same image elsewhere: then it stays. */
async function removeMedia(sql: VirtuemartSql, product: number, media: number): Promise<void> {
  await sql
    .deleteFrom('virtuemart_product_medias')
    .where('virtuemart_product_id', '=', product)
    .where('virtuemart_media_id', '=', media)
    .execute();
  const other = await sql
    .selectFrom('virtuemart_product_medias')
    .select('id')
    .where('virtuemart_media_id', '=', media)
    .executeTakeFirst();
  if (!other) await sql.deleteFrom('virtuemart_medias').where('virtuemart_media_id', '=', media).execute();
}

/** Behind those that are there: the first is the one that lists show. */
async function addMedia(
  sql: VirtuemartSql,
  { product, image }: { readonly product: number; readonly image: PlacedImage },
  { site, now }: ImageContext,
): Promise<number> {
  const { insertId } = await sql
    .insertInto('virtuemart_medias')
    .values({
      ...{ virtuemart_vendor_id: site.vendor, file_title: image.file, file_mimetype: image.type },
      ...{ file_type: 'product', file_url: `${site.imageFolder?.url ?? ''}${image.file}`, published: 1 },
      ...{ created_on: now, modified_on: now },
    })
    .executeTakeFirstOrThrow();
  const last = await sql
    .selectFrom('virtuemart_product_medias')
    .select('ordering')
    .where('virtuemart_product_id', '=', product)
    .orderBy('ordering', 'desc')
    .executeTakeFirst();
  const media = Number(insertId);
  await sql
    .insertInto('virtuemart_product_medias')
    .values({
      virtuemart_product_id: product,
      virtuemart_media_id: media,
      ordering: (last?.ordering ?? 0) + 1,
    })
    .execute();
  return media;
}

/** VirtueMart does not look for images where it knows that there are none. */
async function noteMedias(sql: VirtuemartSql, product: number): Promise<void> {
  const media = await sql
    .selectFrom('virtuemart_product_medias')
    .select('id')
    .where('virtuemart_product_id', '=', product)
    .executeTakeFirst();
  await sql
    .updateTable('virtuemart_products')
    .set({ has_medias: media ? 1 : 0 })
    .where('virtuemart_product_id', '=', product)
    .execute();
}

/** Removes a file once nothing shows it any more. */
export const sweepImage = (sql: VirtuemartSql, { path, url }: ImageFolder, file: string): Promise<void> =>
  sweepFile(path, file, async () => {
    const user = await sql
      .selectFrom('virtuemart_medias')
      .select('virtuemart_media_id as id')
      .where('file_url', '=', `${url}${file}`)
      .executeTakeFirst();
    return user !== undefined;
  });

/** The bytes of an image that the ERP sent. */
export async function readImage(
  sql: VirtuemartSql,
  { path }: ImageFolder,
  sha256: string,
): Promise<Uint8Array | undefined> {
  const found = await sql
    .selectFrom('passerelle_product as side')
    .innerJoin('virtuemart_medias as media', 'media.virtuemart_media_id', 'side.image_id')
    .select('media.file_url as url')
    .where('side.image_sha256', '=', sha256)
    .executeTakeFirst();
  return found && readImageFile(path, fileOf(found.url));
}
