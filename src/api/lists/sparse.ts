type JsonObject = Readonly<Record<string, unknown>>;

/** Keeps the fields that were asked for: of each item of a page, or of the record itself. */
export function sparse(content: unknown, fields: readonly string[] | undefined): unknown {
  if (fields === undefined || !isObject(content)) return content;
  const { items } = content;
  return Array.isArray(items)
    ? { ...content, items: items.map((item: unknown) => picked(item, fields)) }
    : picked(content, fields);
}

function picked(record: unknown, fields: readonly string[]): unknown {
  if (!isObject(record)) return record;
  return Object.fromEntries(
    fields.flatMap((name) => (record[name] === undefined ? [] : [[name, record[name]]])),
  );
}

const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
