/**
 * What a sender says of a record's fields. Three different things, kept apart from the wire to the SQL:
 * key absent = not said, the stored value is never touched; `null` = said to be empty, the stored value is cleared;
 * otherwise the new value. `null` has this one meaning everywhere in Passerelle.
 */
export type Changes<Fields> = { readonly [Name in keyof Fields]?: Fields[Name] | null };

/** What a write did. A write of equal values is `unchanged` and writes nothing. */
export type Outcome = 'created' | 'updated' | 'unchanged';
