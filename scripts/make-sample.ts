// Writes the sample shop anew: node scripts/make-sample.ts
import { mkdirSync, writeFileSync } from 'node:fs';
import { sampleFiles } from './sample/files.ts';

const folder = new URL('../sample/', import.meta.url);
mkdirSync(folder, { recursive: true });
for (const [name, text] of Object.entries(sampleFiles())) writeFileSync(new URL(name, folder), text);
