/** Of the query that tells who is signed in. */
export const SESSION_KEY = ['session'] as const;
