/** Their numbers. */
export const CLIENTS: readonly number[] = [0, 1, 2, 3, 4, 5, 6, 7];
