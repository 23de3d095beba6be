/** Counts a mark in bytes that come in parts, wherever they are cut. */
export interface MarkCounter {
  write(bytes: Buffer): void;
  count(): number;
}

export function createMarkCounter(mark: string): MarkCounter {
  const wanted = Buffer.from(mark);
  let count = 0;
  let tail: Buffer = Buffer.alloc(0);

  function countIn(bytes: Buffer): void {
    for (let at = bytes.indexOf(wanted); at >= 0; at = bytes.indexOf(wanted, at + wanted.length)) count += 1;
  }
  return {
    write(bytes) {
      // Only a mark that the cut goes through lies in the end of one part and the beginning of the next.
      const edge = Buffer.concat([tail, bytes.subarray(0, wanted.length - 1)]);
      countIn(edge);
      countIn(bytes);
      const end = bytes.length >= wanted.length - 1 ? bytes : edge;
      tail = Buffer.from(end.subarray(Math.max(0, end.length - wanted.length + 1)));
    },
    count: () => count,
  };
}
