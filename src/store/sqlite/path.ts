/** A database that is removed at close. */
export const MEMORY = ':memory:';
