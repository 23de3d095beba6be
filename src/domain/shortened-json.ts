/** How long a text may be of which an effect, or a transformation, shows all, in characters. */
const SHOWN_CHARACTERS = 500;

/** JSON in which every long text is cut. */
export const shortenedJson = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) => (typeof part === 'string' ? shortText(part) : part));

const shortText = (text: string): string =>
  text.length <= SHOWN_CHARACTERS ? text : `${text.slice(0, SHOWN_CHARACTERS)}…`;
