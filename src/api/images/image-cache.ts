/** Keeps images that were made, as long as there is room. Losing them costs the work alone. */
export interface ImageCache {
  /** Undefined when it is not kept, or cannot be read. */
  read(name: string): Promise<Uint8Array<ArrayBuffer> | undefined>;
  write(name: string, bytes: Uint8Array): Promise<void>;
}
