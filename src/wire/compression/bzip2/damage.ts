/** What is wrong with the bytes; the caller, who knows whether there are any left, makes the error of it. */
export class Bzip2Damage extends Error {}

export const damage = (what: string): Bzip2Damage => new Bzip2Damage(what);
