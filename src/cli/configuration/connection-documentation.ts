import { connectionSchema } from '../../configuration/connection.ts';
import { section } from './documentation.ts';
import { jsonSchemaOf, type SchemaNode } from './json-schema.ts';

const INTRODUCTION = `# Settings of \`passerelle sync\`

One file says which ERP is brought in step with which shop: \`passerelle.sync.ts\` or \`passerelle.sync.json\` in the current
folder, or the file that the command names. The command's options override it. An unknown key or a bad value stops the
command with an error that names the key. Relative paths start in the file's folder.

\`\`\`json
{
  "source": { "folder": "./exports" },
  "shop": { "url": "https://shop.example/webservice", "key": "\${SHOP_KEY}" },
  "erp": "ebp-open-line",
  "edition": "b2b",
  "orderStates": ["paid"],
  "finalState": "in_preparation"
}
\`\`\`

As TypeScript: \`export default defineConnection({ … })\`, imported from \`passerelle\`.

Generated from the schema by \`node scripts/configuration-docs.ts\`; a test compares.
`;

/** The whole page docs/sync-settings.md. */
export function connectionPage(): string {
  const root = jsonSchemaOf(connectionSchema);
  return [INTRODUCTION, section('Connection', root), ...groups(root, '')].join('\n');
}

const groups = (node: SchemaNode, path: string): readonly string[] =>
  Object.entries(node.properties ?? {})
    .filter(([, child]) => child.properties)
    .flatMap(([name, child]) => [section(`\`${path}${name}\``, child), ...groups(child, `${path}${name}.`)]);
