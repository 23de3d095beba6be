/** Markup that stands in a page as it is; any other text is escaped. */
export interface Html {
  readonly markup: string;
}

/** What is false or undefined is left out. */
type Part = Html | string | number | false | undefined | readonly Part[];

/** html`<p>${text}</p>`: whatever is put in is text, unless it is markup made by this same tag. */
export const html = (fixed: TemplateStringsArray, ...parts: readonly Part[]): Html => ({
  markup: fixed.map((text, index) => text + markupOf(parts[index])).join(''),
});

function markupOf(part: Part): string {
  if (part === undefined || part === false) return '';
  if (typeof part === 'string' || typeof part === 'number') return escaped(String(part));
  return 'markup' in part ? part.markup : part.map(markupOf).join('');
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const escaped = (text: string): string => text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');
