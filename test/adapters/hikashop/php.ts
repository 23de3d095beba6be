/** As PHP's `serialize` writes arrays and objects of texts and floats; `float` marks a number that PHP has as one. */
export type PhpInput = string | PhpFloat | { readonly [name: string]: PhpInput };

export class PhpFloat {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

const text = (value: string): string => `s:${Buffer.byteLength(value)}:"${value}";`;

function phpObject(fields: { readonly [name: string]: PhpInput }): string {
  const entries = Object.entries(fields).map(([name, value]) => text(name) + phpValue(value));
  return `O:8:"stdClass":${entries.length}:{${entries.join('')}}`;
}

export function phpArray(entries: { readonly [name: string]: PhpInput }): string {
  const items = Object.entries(entries).map(([key, value]) => {
    const name = /^\d+$/.test(key) ? `i:${key};` : text(key);
    return (
      name + (typeof value === 'object' && !(value instanceof PhpFloat) ? phpObject(value) : phpValue(value))
    );
  });
  return `a:${items.length}:{${items.join('')}}`;
}

function phpValue(value: PhpInput): string {
  if (typeof value === 'string') return text(value);
  return value instanceof PhpFloat ? `d:${value.text};` : phpObject(value);
}
