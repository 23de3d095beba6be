import { expect, it } from 'vitest';
import { sampleXml } from './sample.ts';

const long = `<?xml version="1.0"?>\n<connecteur><grilles>${'<grille src="a"><price>1</price></grille>'.repeat(10)}</grilles></connecteur>`;

it('judges a long bulk message by its first records', () => {
  expect(sampleXml(long, 140)).toBe(
    `<?xml version="1.0"?>\n<connecteur><grilles>${'<grille src="a"><price>1</price></grille>'.repeat(2)}</grilles></connecteur>`,
  );
});

it('takes what is short, and what has no records, whole', () => {
  expect(sampleXml(long)).toBe(long);
  expect(sampleXml('<connecteur><nom>long</nom></connecteur>', 10)).toBe(
    '<connecteur><nom>long</nom></connecteur>',
  );
});
