/**
 * What was written to one thing by its one writer, as numbers that go up. After whatever crash it holds at least what was
 * acknowledged last, at most what was sent last.
 */
export interface Sent {
  acknowledged: number;
  last: number;
}

export const createSent = (): Sent => ({ acknowledged: 0, last: 0 });

export const isBetween = (value: number, { acknowledged, last }: Sent): boolean =>
  value >= acknowledged && value <= last;

/** Sends the next number; `send` gives whether it was acknowledged. */
export async function sendNext(sent: Sent, send: (counter: number) => Promise<boolean>): Promise<boolean> {
  sent.last += 1;
  const counter = sent.last;
  if (!(await send(counter))) return false;
  sent.acknowledged = counter;
  return true;
}

/** For what happens once, whoever asks for it and however often: its number is 1. */
export async function sendOnce(sent: Sent, send: () => Promise<boolean>): Promise<boolean> {
  sent.last = 1;
  const isAcknowledged = await send();
  if (isAcknowledged) sent.acknowledged = 1;
  return isAcknowledged;
}
