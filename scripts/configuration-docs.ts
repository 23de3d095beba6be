// Writes docs/configuration.md and docs/sync-settings.md anew from the schemas: node scripts/configuration-docs.ts
import { writeFileSync } from 'node:fs';
import { connectionPage } from '../src/cli/configuration/connection-documentation.ts';
import { configurationPage } from '../src/cli/configuration/documentation.ts';

writeFileSync(new URL('../docs/configuration.md', import.meta.url), configurationPage());
writeFileSync(new URL('../docs/sync-settings.md', import.meta.url), connectionPage());
