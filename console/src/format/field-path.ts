/** `translations.de.name` → `Translation de: Name`; what has no word keeps its name. */
export function fieldWords(path: string, names: Readonly<Record<string, string>>): string {
  const named = (part: string): string => (Object.hasOwn(names, part) ? (names[part] ?? part) : part);
  const [, set, field] = /^rules\[(.*)\]\.?(\w*)$/s.exec(path) ?? [];
  if (set !== undefined) return [set, field && named(field)].filter(Boolean).join(': ');
  const [first = '', ...rest] = path.split('.');
  if (rest.length === 0) return named(first);
  if (first === 'translations') return `${named(first)} ${rest[0]}: ${rest.slice(1).map(named).join(' ')}`;
  // A customer's second contact is number 2.
  const [index = ''] = rest;
  if (/^\d+$/.test(index) && rest.length > 1) {
    return `${named(first)} ${Number(index) + 1}: ${rest.slice(1).map(named).join(' ')}`;
  }
  const isOfRecords = first === 'billingAddress';
  return `${named(first)} ${isOfRecords ? rest.map(named).join(' ') : rest.join('.')}`;
}
