import type { Blobs } from './blobs.ts';

/** New blobs go into one place, what is not there is read from another, which is never written. */
export const openBlobsOver = (own: Blobs, original: Blobs): Blobs => ({
  save: own.save,
  read: async (sha256) => (await own.read(sha256)) ?? original.read(sha256),
  open: async (sha256) => (await own.open(sha256)) ?? original.open(sha256),
});
