/**
 * A PDF of one page with lines of text. Only what Windows-1252 shares with Latin-1 is shown; other characters become `?`.
 */
export function pdfFromLines(lines: readonly string[]): Uint8Array {
  const text = lines.map((line) => `(${escaped(line)}) Tj T*`).join('\n');
  const content = `BT /F1 11 Tf 14 TL 50 790 Td\n${text}\nET`;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 5 0 R /Resources << /Font << /F1 4 0 R >> >> >>',
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
  ];
  const parts = ['%PDF-1.4\n%âãÏÓ\n', ...objects.map((object, at) => `${at + 1} 0 obj\n${object}\nendobj\n`)];
  return Buffer.from([...parts, trailer(parts)].join(''), 'latin1');
}

/** The cross-reference table: twenty bytes an object. */
function trailer(parts: readonly string[]): string {
  const starts = parts.map((_, at) => parts.slice(0, at).reduce((length, part) => length + part.length, 0));
  const entries = starts.slice(1).map((start) => `${String(start).padStart(10, '0')} 00000 n \n`);
  const end = parts.reduce((length, part) => length + part.length, 0);
  return `xref
0 ${parts.length}
0000000000 65535 f 
${entries.join('')}trailer
<< /Size ${parts.length} /Root 1 0 R >>
startxref
${end}
%%EOF
`;
}

const escaped = (line: string): string =>
  line.replace(/[^\x20-\x7e\xa0-\xff]/g, '?').replace(/[()\\]/g, '\\$&');
