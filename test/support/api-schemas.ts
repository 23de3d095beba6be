import { Ajv2020, type ErrorObject } from 'ajv/dist/2020.js';
import { openApiDocument } from '../../src/api/openapi/document.ts';

/** No field may come that the document does not speak of. */
function closed(schema: object): object {
  const parts = Object.entries(schema).map(([keyword, value]) => [keyword, closedPart(value)]);
  const isObject = 'properties' in schema && !('additionalProperties' in schema);
  return { ...Object.fromEntries(parts), ...(isObject && { additionalProperties: false }) };
}

const closedPart = (value: unknown): unknown =>
  Array.isArray(value) ? value.map(closedPart) : typeof value === 'object' && value ? closed(value) : value;

const { schemas } = openApiDocument().components;
const ajv = new Ajv2020({ strict: true, allErrors: true, allowUnionTypes: true });
ajv.addVocabulary(['components']);
ajv.addSchema({ $id: 'api', components: { schemas: closedPart(schemas) } });

/** What is wrong with a reply, compared with a schema of the document. */
export function faultsOf(name: string, reply: unknown): readonly ErrorObject[] {
  const validate = ajv.getSchema(`api#/components/schemas/${name}`);
  if (!validate) throw new Error(`the document has no schema ${name}`);
  return validate(reply) ? [] : (validate.errors ?? []);
}
