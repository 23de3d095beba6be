import type { PostalAddress } from '../../domain/customer.ts';

interface PersonName {
  readonly firstName: string;
  readonly lastName: string;
}

/**
 * A person's name in two parts. Joomla has it in one: where an address of theirs has the same name, as that divides it,
 * else at the first space.
 */
export function personName(name: string, { firstName, lastName }: PostalAddress): PersonName {
  const whole = name.trim();
  const same = (a: string, b: string): boolean => a.trim().toLowerCase() === b.trim().toLowerCase();
  if (whole === '' || same(whole, `${firstName} ${lastName}`) || same(whole, `${lastName} ${firstName}`))
    return { firstName, lastName };
  const space = whole.indexOf(' ');
  if (space < 0) return { firstName: '', lastName: whole };
  return { firstName: whole.slice(0, space), lastName: whole.slice(space + 1).trim() };
}
