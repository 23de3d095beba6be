import { randomUUID } from 'node:crypto';

const SEQUENCE_SIZE = 0x1000;
let lastMillisecond = 0;
let sequence = 0;

/** A UUIDv7 (RFC 9562): sorts by time, and by order of making within this process. */
export function createExchangeId(now: number = Date.now()): string {
  if (now > lastMillisecond) {
    lastMillisecond = now;
    sequence = 0;
  } else if (++sequence === SEQUENCE_SIZE) {
    // More than 4096 in a millisecond, or a clock that went back: borrow the next millisecond, keep the order.
    lastMillisecond++;
    sequence = 0;
  }
  const time = lastMillisecond.toString(16).padStart(12, '0');
  // Its last two groups, variant included, are those of every version; it draws its randomness ahead, for many at once.
  const tail = randomUUID().slice(19);
  const order = sequence.toString(16).padStart(3, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-7${order}-${tail}`;
}
