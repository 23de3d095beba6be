/** Thelia has one column for all parcels of an order. */
export const trackingNumbers = (parcels: string): readonly string[] =>
  parcels
    .split(',')
    .map((number) => number.trim())
    .filter(Boolean);

/** The column with another parcel in it; undefined when it stands there. */
export function withTracking(parcels: string, number: string): string | undefined {
  const numbers = trackingNumbers(parcels);
  const added = trackingNumbers(number).filter((one) => !numbers.includes(one));
  return added.length === 0 ? undefined : [...numbers, ...added].join(', ');
}
