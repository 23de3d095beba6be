/** Bits, highest first, of input that comes in chunks; what was read is dropped at the next chunk. */
export class BitReader {
  /** The unread input begins at bit `position` and ends at byte `length`; what stands behind that is of no meaning. */
  bytes: Uint8Array = new Uint8Array(128 * 1024);
  position = 0;
  length = 0;

  /** Whole bytes not read yet. */
  get available(): number {
    return this.length - ((this.position + 7) >>> 3);
  }

  /** More was read than there is: the input is cut short. */
  get overrun(): boolean {
    return this.position > this.length * 8;
  }

  feed(chunk: Uint8Array): void {
    const read = this.position >>> 3;
    const kept = this.length - read;
    if (this.length + chunk.length > this.bytes.length) {
      const target =
        kept + chunk.length > this.bytes.length ? new Uint8Array((kept + chunk.length) * 2) : this.bytes;
      target.set(this.bytes.subarray(read, this.length));
      this.bytes = target;
      this.position -= read * 8;
      this.length = kept;
    }
    this.bytes.set(chunk, this.length);
    this.length += chunk.length;
  }

  /** The next 20 bits, without reading them. */
  peek20(): number {
    const { bytes, position } = this;
    const at = position >>> 3;
    const word =
      ((bytes[at] ?? 0) << 24) |
      ((bytes[at + 1] ?? 0) << 16) |
      ((bytes[at + 2] ?? 0) << 8) |
      (bytes[at + 3] ?? 0);
    return (word << (position & 7)) >>> 12;
  }

  /** At most 20 bits. */
  read(count: number): number {
    const value = this.peek20() >>> (20 - count);
    this.position += count;
    return value;
  }

  read32(): number {
    return ((this.read(16) << 16) | this.read(16)) >>> 0;
  }

  alignToByte(): void {
    this.position = (this.position + 7) & ~7;
  }
}
