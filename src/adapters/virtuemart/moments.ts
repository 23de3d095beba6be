/** VirtueMart's and Joomla's times are texts in UTC. */
export const utcText = (unix: number): string =>
  new Date(unix * 1000).toISOString().slice(0, 19).replace('T', ' ');

/** Unix seconds; 0 for no time, and for one that is none. */
export function unixFromUtc(text: string | null): number {
  const instant = text === null ? Number.NaN : Date.parse(`${text.replace(' ', 'T')}Z`);
  return Number.isNaN(instant) ? 0 : Math.floor(instant / 1000);
}
