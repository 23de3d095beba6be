/** Languages in which an ERP may write a country's name; the first that knows a name decides. */
const LANGUAGES = ['fr', 'en', 'de', 'es', 'it', 'nl', 'pt'];
const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];

let codes: ReadonlyMap<string, string> | undefined;

/** `France`, `FRANCE`, `Allemagne`, `fr` → ISO 3166-1 alpha-2; anything else is given back as it is. */
export function countryCode(text: string): string {
  const trimmed = text.trim();
  if (/^[A-Za-z]{2}$/.test(trimmed)) return trimmed.toUpperCase();
  codes ??= readCodes();
  return codes.get(folded(trimmed)) ?? trimmed;
}

const folded = (name: string): string =>
  name
    .normalize('NFD')
    .replaceAll(/\p{Diacritic}/gu, '')
    .replaceAll(/[^\p{Letter}]+/gu, ' ')
    .trim()
    .toLowerCase();

/** The runtime's own table of regions. */
function readCodes(): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const language of LANGUAGES) {
    const names = new Intl.DisplayNames([language], { type: 'region', fallback: 'none' });
    for (const code of LETTERS.flatMap((first) => LETTERS.map((second) => first + second))) {
      const name = isCurrent(code) ? names.of(code) : undefined;
      if (name !== undefined && !found.has(folded(name))) found.set(folded(name), code);
    }
  }
  return found;
}

/** Not one that became another country's, such as DD. */
const isCurrent = (code: string): boolean => new Intl.Locale(`und-${code}`).maximize().region === code;
