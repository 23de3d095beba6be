/** Also those that turn the order of letters around, behind which an ending could hide. */
const UNSAFE = /[\p{C}\p{Zl}\p{Zp}\\/:*?"<>|]+/gu;
const LONGEST = 100;

/**
 * `Content-Disposition` of a file that is saved, never shown in the page (RFC 6266). Whatever the name holds, what comes out
 * is no path, no other header and nothing hidden; `extension` is ours.
 */
export function attachment(name: string, extension: string): string {
  const plain = name
    .toWellFormed()
    .replaceAll(UNSAFE, '_')
    .replace(/^[\s.]+/, '')
    .slice(0, LONGEST)
    .trim();
  const file = `${(plain || 'document').toWellFormed()}.${extension}`;
  const ascii = file.replaceAll(/[^ -~]|%/g, '_');
  return `attachment; filename="${ascii}"; filename*=UTF-8''${encoded(file)}`;
}

/** RFC 8187: what `encodeURIComponent` leaves and an `ext-value` must not have. */
const encoded = (text: string): string =>
  encodeURIComponent(text).replaceAll(
    /['()*]/g,
    (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`,
  );
