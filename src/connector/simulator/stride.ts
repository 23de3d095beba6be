const PRIME = 7_919;

/** A step with which a walk round `count` numbers visits each of them once. */
export const strideThrough = (count: number): number => (count % PRIME === 0 ? 1 : PRIME);
