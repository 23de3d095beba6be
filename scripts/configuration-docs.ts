// Writes docs/configuration.md anew from the schema: node scripts/configuration-docs.ts
import { writeFileSync } from 'node:fs';
import { configurationPage } from '../src/cli/configuration/documentation.ts';

writeFileSync(new URL('../docs/configuration.md', import.meta.url), configurationPage());
