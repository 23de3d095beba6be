/** Kept in the process's own registry: a module of somebody's may have another copy of this package. */
const KIND = Symbol.for('passerelle.verdict');

/** Leave the record out: as if the other side had not sent it. */
export interface Dropped {
  readonly [KIND]: 'drop';
  readonly reason: string;
}

/** Refuse the record: the caller reads why. */
export interface Refused {
  readonly [KIND]: 'refuse';
  readonly message: string;
  readonly field: string | undefined;
}

export type Verdict = Dropped | Refused;

/** A hook's answer that leaves the record out. The caller is told of success, so that it does not send it for ever; the journal shows `reason`. */
export const drop = (reason: string): Dropped => ({ [KIND]: 'drop', reason });

/** A hook's answer that refuses the record: the caller reads `message`, and the field's name where one is given. Nothing changes. */
export const refuse = (message: string, field?: string): Refused => ({ [KIND]: 'refuse', message, field });

export const isVerdict = (value: unknown): value is Verdict =>
  typeof value === 'object' && value !== null && KIND in value;

export const isDropped = (verdict: Verdict): verdict is Dropped => verdict[KIND] === 'drop';
