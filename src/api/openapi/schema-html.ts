import { type Html, html, inline } from './html.ts';
import type { JsonSchema } from './types.ts';

/** The fields of an object, or what else a schema says. */
export function schemaTable(schema: JsonSchema): Html {
  const { properties, required = [], description = '' } = schema;
  if (!properties) return html`<p>${schemaWords(schema)} ${inline(description)}</p>`;
  const rows = Object.entries(properties).map(([name, field]) => {
    const mark = required.includes(name) ? ' *' : '';
    return html`<tr><td><code>${name}</code>${mark}</td><td>${schemaWords(field)}</td><td>${inline(field.description ?? '')}</td></tr>`;
  });
  return html`<p>${inline(description)}</p><table><tr><th>field (* always there)</th><th>kind</th><th></th></tr>${rows}</table>`;
}

/** A schema in a few words: `string`, `list of Product`, `one of a, b`. */
export function schemaWords(schema: JsonSchema): Html {
  const { $ref, type, items, properties, anyOf, additionalProperties } = schema;
  if ($ref !== undefined) {
    const name = $ref.split('/').at(-1) ?? '';
    return html`<a href="#${name}">${name}</a>`;
  }
  if (schema.enum) return html`one of ${schema.enum.map(String).join(', ')}${byDefault(schema)}`;
  if (items) return html`list of ${schemaWords(items)}`;
  if (anyOf) return html`${anyOf.map((part, index) => html`${index > 0 ? 'or ' : ''}${schemaWords(part)}`)}`;
  if (properties)
    return html`object: ${Object.entries(properties).map(([name, field]) => html`<code>${name}</code> ${schemaWords(field)};`)}`;
  if (typeof additionalProperties === 'object')
    return html`object, each ${schemaWords(additionalProperties)}`;
  return html`${[type ?? 'anything', bounds(schema)].filter(Boolean).join(' ')}${byDefault(schema)}`;
}

/** A whole number without a bound of its own has those of JavaScript. */
function bounds({ minimum, maximum }: JsonSchema): string {
  const from = minimum !== undefined && minimum > Number.MIN_SAFE_INTEGER ? `from ${minimum}` : '';
  const to = maximum !== undefined && maximum < Number.MAX_SAFE_INTEGER ? `to ${maximum}` : '';
  return [from, to].filter(Boolean).join(' ');
}

const byDefault = (schema: JsonSchema): string =>
  schema.default === undefined ? '' : `, by default ${JSON.stringify(schema.default)}`;
