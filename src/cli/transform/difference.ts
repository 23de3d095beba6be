import { styleText } from 'node:util';
import { createTwoFilesPatch, FILE_HEADERS_ONLY } from 'diff';

/** A unified difference of two texts; empty where there is none. */
export function difference(before: string, after: string, isColoured: boolean): string {
  if (before === after) return '';
  const patch = createTwoFilesPatch('before', 'after', before, after, undefined, undefined, {
    context: 2,
    headerOptions: FILE_HEADERS_ONLY,
  });
  // The names of the two files.
  const lines = patch.split('\n').slice(2);
  return lines.map((line) => (isColoured ? coloured(line) : line)).join('\n');
}

const COLOURS = { '+': 'green', '-': 'red', '@': 'cyan' } as const;

function coloured(line: string): string {
  const [mark] = line;
  if (mark !== '+' && mark !== '-' && mark !== '@') return line;
  return styleText(COLOURS[mark], line, { validateStream: false });
}
