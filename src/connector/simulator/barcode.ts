/** An EAN-13 from twelve digits and the check digit that they ask for. */
export function ean13FromDigits(twelve: string): string {
  const sum = Array.from(twelve, Number).reduce(
    (total, digit, at) => total + digit * (at % 2 === 0 ? 1 : 3),
    0,
  );
  return `${twelve}${(10 - (sum % 10)) % 10}`;
}
