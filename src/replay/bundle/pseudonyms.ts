/** Takes the place of a person's data: the same wherever the same value stands, in one bundle. */
export interface Pseudonyms {
  of(kind: PersonalKind, value: string): string;
  /** A sentence in which values that have one already are replaced. */
  mentioned(sentence: string): string;
}

export type PersonalKind = 'email' | 'phone' | 'name' | 'text';

const FORMS: Readonly<Record<PersonalKind, (number: number) => string>> = {
  email: (number) => `person${number}@example.invalid`,
  phone: (number) => `[phone ${number}]`,
  name: (number) => `[name ${number}]`,
  text: (number) => `[text ${number}]`,
};

/** A shorter one would be found inside other words. */
const SHORTEST_MENTIONED = 3;

export function createPseudonyms(): Pseudonyms {
  const given = new Map<string, string>();
  const spelled = new Map<string, string>();
  const counts = { email: 0, phone: 0, name: 0, text: 0 };

  function of(kind: PersonalKind, value: string): string {
    const key = `${kind} ${kind === 'phone' ? value.replace(/[^\d+]/g, '') : value.trim().toLowerCase()}`;
    let made = given.get(key);
    if (made === undefined) {
      counts[kind] += 1;
      made = FORMS[kind](counts[kind]);
      given.set(key, made);
    }
    if (value.trim().length >= SHORTEST_MENTIONED) spelled.set(value.trim(), made);
    return made;
  }
  return {
    of,
    mentioned(sentence) {
      let said = sentence;
      for (const [value, pseudonym] of spelled) said = said.replaceAll(value, pseudonym);
      return said;
    },
  };
}
