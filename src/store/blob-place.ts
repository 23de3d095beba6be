import { type Blobs, openBlobs } from './blobs.ts';
import { openBlobsOver } from './blobs-over.ts';
import { openS3Blobs, type S3Bucket } from './blobs-s3.ts';

/** Where images and documents are kept: a folder's path, or a bucket; or, for a copy of a store, a folder over one of these. */
export type BlobPlace = string | S3Bucket | BlobsOver;

/** New blobs go into the folder; the place below is only read. */
interface BlobsOver {
  readonly folder: string;
  readonly over: BlobPlace;
}

export const openBlobPlace = (place: BlobPlace): Blobs => {
  if (typeof place === 'string') return openBlobs(place);
  if ('over' in place) return openBlobsOver(openBlobs(place.folder), openBlobPlace(place.over));
  return openS3Blobs(place);
};
