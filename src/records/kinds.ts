/** What `import` reads and `export` writes, by the names of the command line. */
export const RECORD_KINDS = ['products', 'customers', 'price-rules', 'orders', 'documents'] as const;
export type RecordKind = (typeof RECORD_KINDS)[number];

export const isRecordKind = (name: string): name is RecordKind => RECORD_KINDS.some((kind) => kind === name);
