const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** A text, or markup that was made here. */
export interface Html {
  readonly markup: string;
}

const escaped = (text: string): string => text.replace(/[&<>"]/g, (letter) => ENTITIES[letter] ?? letter);

/** Markup whose values are escaped, but for those that are markup already. */
export const html = (
  parts: TemplateStringsArray,
  ...values: readonly (string | Html | readonly Html[])[]
): Html => ({
  markup: parts.reduce((text, part, index) => text + markupOf(values[index - 1]) + part),
});

function markupOf(value: string | Html | readonly Html[] | undefined): string {
  if (value === undefined) return '';
  if (typeof value === 'string') return escaped(value);
  return 'markup' in value ? value.markup : value.map(({ markup }) => markup).join('\n');
}

/** Paragraphs, with `code` between backquotes. */
export const prose = (text: string): Html => ({
  markup: text
    .split('\n\n')
    .filter(Boolean)
    .map((paragraph) => `<p>${inline(paragraph).markup}</p>`)
    .join('\n'),
});

export const inline = (text: string): Html => ({
  markup: escaped(text).replace(/`([^`]+)`/g, '<code>$1</code>'),
});
