import { z } from 'zod';
import type { ProblemCode } from '../../domain/problem.ts';
import { ERROR_MEANINGS } from '../../shop/errors.ts';
import { BASE_PATH } from '../base-path.ts';
import { unwrapped } from '../input/query-values.ts';
import { type ApiRoute, COMMON_ERRORS } from '../route.ts';
import { ROUTES } from '../routes.ts';
import { lineOf } from '../schemas/json-lines.ts';
import { problemDocument } from '../schemas/problem-document.ts';
import { type Components, componentsFrom, inlineSchema } from './schemas.ts';
import { DESCRIPTION, HEADERS, SCOPES } from './texts.ts';
import type {
  ApiOperation,
  ApiResponse,
  JsonSchema,
  OpenApiDocument,
  Parameter,
  PathItem,
  Reference,
} from './types.ts';

const JSON_TYPE = 'application/json';
const LINES_TYPE = 'application/jsonl';
const PROBLEM_TYPE = 'application/problem+json';

/** The whole API, as OpenAPI 3.1. */
export function openApiDocument(routes: Readonly<Record<string, ApiRoute>> = ROUTES): OpenApiDocument {
  const components = componentsFrom(routes);
  const named = Object.entries(routes);
  return {
    openapi: '3.1.1',
    info: { title: 'Passerelle', version: '1', description: DESCRIPTION },
    servers: [{ url: BASE_PATH }],
    tags: [...new Set(named.map(([, { tag }]) => tag))].map((name) => ({ name })),
    paths: pathsFrom(named, components),
    components: {
      schemas: components.schemas,
      responses: errorResponses(named, components),
      headers: HEADERS,
      securitySchemes: { token: { type: 'http', scheme: 'bearer', description: SCOPES } },
    },
  };
}

type NamedRoute = readonly [name: string, route: ApiRoute];

function pathsFrom(routes: readonly NamedRoute[], components: Components): Record<string, PathItem> {
  const paths = Map.groupBy(routes, ([, { path }]) => path);
  return Object.fromEntries(
    Array.from(paths, ([path, group]) => [
      path,
      Object.fromEntries(group.map(([name, route]) => [route.method, operation(name, route, components)])),
    ]),
  );
}

function operation(name: string, route: ApiRoute, components: Components): ApiOperation {
  const { tag, summary, description = '', scope, body } = route;
  return {
    operationId: name,
    tags: [tag],
    summary,
    description: [description, `Scope: \`${scope}\`.`].filter(Boolean).join('\n\n'),
    security: [{ token: [] }],
    parameters: [
      ...parameters('path', route.params),
      ...parameters('query', route.query),
      ...parameters('header', route.headers),
    ],
    ...(body && {
      requestBody: { required: true, content: { [JSON_TYPE]: { schema: components.of(body) } } },
    }),
    responses: { ...success(route, components), ...errors(route) },
  };
}

const parameters = (place: Parameter['in'], schema: z.ZodObject | undefined): readonly Parameter[] =>
  Object.entries(schema?.shape ?? {}).map(([name, field]) => {
    const { description, ...rest } = inlineSchema(field);
    const isList = unwrapped(field)?._zod.def.type === 'array';
    return {
      name,
      in: place,
      required: place === 'path' || !mayBeAbsent(field),
      ...(description !== undefined && { description }),
      schema: rest,
      ...(isList && { style: 'form', explode: false }),
    };
  });

/** What may be left out need not take `undefined`. */
const mayBeAbsent = (field: z.core.$ZodType): boolean => z.object({ field }).safeParse({}).success;

/** With `fields`, a record has those alone, so that nothing else is promised. */
const replySchema = ({ reply, query }: ApiRoute, components: Components): JsonSchema =>
  query?.shape.fields
    ? { anyOf: [components.of(reply), { type: 'object', description: 'With `fields`: those alone.' }] }
    : components.of(reply);

function replyContent(route: ApiRoute, components: Components): NonNullable<ApiResponse['content']> {
  const { reply, fileTypes } = route;
  if (fileTypes) return Object.fromEntries(fileTypes.map((type) => [type, {}]));
  const line = lineOf(reply);
  return line
    ? { [LINES_TYPE]: { schema: components.of(line) } }
    : { [JSON_TYPE]: { schema: replySchema(route, components) } };
}

function success(route: ApiRoute, components: Components): ApiOperation['responses'] {
  const { replyHeaders = {} } = route;
  const own = Object.entries(replyHeaders).map(([name, description]) => [
    name,
    { description, schema: { type: 'string' } },
  ]);
  const common = Object.keys(HEADERS).map((name) => [name, { $ref: `#/components/headers/${name}` }]);
  const headers = Object.fromEntries([...common, ...own]);
  const { ETag: _, ...withoutTag } = headers;
  if (route.status === 204) return { 204: { description: 'Done.', headers: withoutTag } };
  const content = replyContent(route, components);
  const isMade = route.isMade || lineOf(route.reply) !== undefined;
  return {
    [route.status ?? 200]: { description: 'Done.', headers: isMade ? withoutTag : headers, content },
    ...(route.hasRanges && { 206: { description: 'The part that `Range` asks for.', headers, content } }),
    ...(route.method === 'get' && { 304: { description: 'Not changed since the ETag in `If-None-Match`.' } }),
  };
}

/** What a route may answer beside success. */
const errorCodes = ({ errors: own = [], body }: ApiRoute): readonly ProblemCode[] => [
  ...new Set<ProblemCode>([
    ...COMMON_ERRORS,
    ...(body ? (['unreadable', 'too_large'] as const) : []),
    ...own,
  ]),
];

/** One response a status: several codes may share one. */
function errors(route: ApiRoute): Readonly<Record<string, Reference>> {
  const statuses = new Set(errorCodes(route).map((code) => ERROR_MEANINGS[code].httpStatus));
  return Object.fromEntries(
    Array.from(statuses, (status) => [status, { $ref: `#/components/responses/Error${status}` }]),
  );
}

function errorResponses(routes: readonly NamedRoute[], components: Components): Record<string, ApiResponse> {
  const codes = [...new Set(routes.flatMap(([, route]) => errorCodes(route)))];
  const byStatus = Map.groupBy(codes, (code) => ERROR_MEANINGS[code].httpStatus);
  return Object.fromEntries(
    Array.from(byStatus, ([status, group]) => [
      `Error${status}`,
      {
        description: group.map((code) => `${ERROR_MEANINGS[code].title} (\`${code}\`).`).join(' '),
        content: { [PROBLEM_TYPE]: { schema: components.of(problemDocument) } },
      },
    ]),
  );
}
