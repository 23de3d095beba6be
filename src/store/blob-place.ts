import { type Blobs, openBlobs } from './blobs.ts';
import { openS3Blobs, type S3Bucket } from './blobs-s3.ts';

/** Where images and documents are kept: a folder's path, or a bucket. */
export type BlobPlace = string | S3Bucket;

export const openBlobPlace = (place: BlobPlace): Blobs =>
  typeof place === 'string' ? openBlobs(place) : openS3Blobs(place);
