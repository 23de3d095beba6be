const FEWEST_CHARACTERS = 10;

/** As the server counts: characters, not UTF-16 units. */
export const isLongEnough = (password: string): boolean => Array.from(password).length >= FEWEST_CHARACTERS;
