/** What a shop's schema may be called, without quotes and out of the server's own way. */
export const isSchemaName = (name: string): boolean => /^(?!pg_)[a-z_][a-z0-9_]{0,62}$/.test(name);
