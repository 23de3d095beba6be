import { VARIABLES } from './environment.ts';
import { configurationJsonSchema, type SchemaNode } from './json-schema.ts';

const INTRODUCTION = `# Configuration

Nothing needs to be configured. What is, comes from three places; each overrides the one before:

1. the defaults below;
2. one file, \`passerelle.config.ts\` or \`passerelle.config.json\` in the current folder, or the one that \`--config\` names;
3. environment variables, then the commands' own options.

An unknown key or a bad value stops the command with an error that names the key. Relative paths in a file start in the
file's folder, all others in the current folder.

\`\`\`ts
// passerelle.config.ts
import { defineConfig } from 'passerelle';

export default defineConfig({
  host: '0.0.0.0',
  tls: { certificate: 'cert.pem', key: 'key.pem' },
  shops: [
    { name: 'retail', importableStates: ['paid'], finalState: 'in_preparation' },
    { name: 'trade', priceRules: 'full', taxGroups: { 1: '20', 2: '5.5' } },
  ],
});
\`\`\`

In a clone, import it from \`./src/configuration/server.ts\`; without the import a plain object serves too.

Generated from the schema by \`node scripts/configuration-docs.ts\`; a test compares.
`;

const ENVIRONMENT_NOTES = `## Environment

| variable | sets |
| --- | --- |
${Object.entries(VARIABLES)
  .map(
    ([variable, { sets }]) =>
      `| \`${variable}\` | ${variable === 'PASSERELLE_KEY' ? '`shops[0].keys`, to this one key' : `\`${sets}\``} |`,
  )
  .join('\n')}
| \`PASSERELLE_DEBUG\` | \`1\`: an unexpected error shows its stack trace |

An empty variable is the same as none.
`;

/** The whole page docs/configuration.md. */
export function configurationPage(): string {
  const root = configurationJsonSchema();
  const shop = root.properties?.shops?.items ?? {};
  const fieldMaps = shop.properties?.fieldMaps ?? {};
  const fieldMap = fieldMaps.properties?.products?.items ?? {};
  const groups = Object.entries(root.properties ?? {}).filter(([, node]) => node.properties);
  return [
    INTRODUCTION,
    section('Server', root),
    ...groups.map(([name, node]) => section(`\`${name}\``, node)),
    section('Each of `shops`', shop),
    section('A shop’s `cms`', shop.properties?.cms ?? {}),
    section('Each of a shop’s `decorators`', shop.properties?.decorators?.items ?? {}),
    section('A shop’s `fieldMaps`', fieldMaps),
    section('Each of `products`, `customers`, `priceRules` and `orders` in `fieldMaps`', fieldMap),
    section('A field map’s `number`', fieldMap.properties?.number ?? {}),
    ENVIRONMENT_NOTES,
  ].join('\n');
}

/** A table of a group's keys. */
export function section(title: string, node: SchemaNode): string {
  const rows = Object.entries(node.properties ?? {}).map(
    ([key, value]) =>
      `| \`${key}\` | ${typeText(value)} | ${defaultText(value)} | ${escapeCell(value.description ?? '')} |`,
  );
  return [
    `## ${title}`,
    '',
    '| key | type | default | meaning |',
    '| --- | --- | --- | --- |',
    ...rows,
    '',
  ].join('\n');
}

function typeText(node: SchemaNode): string {
  if (node.enum) return node.enum.map((value) => `\`${String(value)}\``).join(', ');
  if (node.anyOf) return node.anyOf.map(typeText).join(' or ');
  if (node.type === 'array')
    return node.items?.properties ? 'list, see below' : `list of ${typeText(node.items ?? {})}`;
  if (node.properties) return 'group, see below';
  if (typeof node.additionalProperties === 'object')
    return `record of ${typeText(node.additionalProperties) || 'any values'}`;
  return node.type ?? '';
}

function defaultText(node: SchemaNode): string {
  if (node.default === undefined || node.properties) return '';
  if (node.items?.properties) return '';
  return `\`${JSON.stringify(node.default)}\``;
}

const escapeCell = (text: string): string => text.replaceAll('|', '\\|');
