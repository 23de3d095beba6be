import { createHash } from 'node:crypto';
import { ERROR_MEANINGS } from '../../shop/errors.ts';
import { type Html, html, inline, prose } from './html.ts';
import { PAGE_STYLE } from './page-style.ts';
import { schemaTable, schemaWords } from './schema-html.ts';
import type { ApiOperation, OpenApiDocument, Parameter } from './types.ts';

const styleHash = createHash('sha256').update(PAGE_STYLE).digest('base64');

/** The page loads nothing from anywhere, and runs nothing. */
export const REFERENCE_POLICY = `default-src 'none'; style-src 'sha256-${styleHash}'; frame-ancestors 'none'`;

/** The document as one page for people. */
export function referencePage(document: OpenApiDocument): string {
  const { info, tags, components } = document;
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${info.title}: JSON API</title>
<style>${{ markup: PAGE_STYLE }}</style>
</head>
<body>
<nav>${navigation(document)}</nav>
<main>
<h1>${info.title}: JSON API</h1>
${prose(info.description)}
<p>For programs: <a href="openapi.json">openapi.json</a>.</p>
${tags.map(({ name }) => tagSection(name, document))}
<h2 id="schemas">Schemas</h2>
${Object.entries(components.schemas).map(
  ([name, schema]) => html`<h3 id="${name}">${name}</h3>${schemaTable(schema)}`,
)}
${errorSection()}
</main>
</body>
</html>
`;
  return page.markup;
}

const operationsOf = ({ paths }: OpenApiDocument) =>
  Object.entries(paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]) => ({ path, method, operation })),
  );

const navigation = (document: OpenApiDocument): readonly Html[] =>
  document.tags.map(({ name }) => {
    const links = operationsOf(document)
      .filter(({ operation }) => operation.tags.includes(name))
      .map(
        ({ operation, method, path }) =>
          html`<li><a href="#${operation.operationId}">${method.toUpperCase()} ${path}</a></li>`,
      );
    return html`<b>${name}</b><ul>${links}</ul>`;
  });

const tagSection = (tag: string, document: OpenApiDocument): Html => html`<h2>${tag}</h2>
${operationsOf(document)
  .filter(({ operation }) => operation.tags.includes(tag))
  .map(({ path, method, operation }) => operationSection(`${method.toUpperCase()} ${path}`, operation))}`;

function operationSection(title: string, operation: ApiOperation): Html {
  const { operationId, summary, description, parameters, requestBody, responses } = operation;
  const body = Object.values(requestBody?.content ?? {}).map(
    ({ schema = {} }) => html`<p>Body: ${schemaWords(schema)}</p>`,
  );
  return html`<section id="${operationId}">
<h3><code>${title}</code></h3>
<p><b>${summary}</b></p>
${prose(description)}
${parameters.length > 0 ? parameterTable(parameters) : []}
${body}
<p>Replies: ${replyWords(responses)}</p>
</section>`;
}

const parameterTable = (parameters: readonly Parameter[]): Html => html`<table>
<tr><th>parameter</th><th>in</th><th>kind</th><th></th></tr>
${parameters.map(
  ({ name, in: place, required, schema, description = '' }) =>
    html`<tr><td><code>${name}</code>${required ? ' *' : ''}</td><td>${place}</td><td>${schemaWords(schema)}</td><td>${inline(description)}</td></tr>`,
)}
</table>`;

const replyWords = (responses: ApiOperation['responses']): readonly Html[] =>
  Object.entries(responses).map(([status, response]) => {
    if ('$ref' in response) return html`<a href="#errors">${status}</a>`;
    const kinds = Object.entries(response.content ?? {}).map(([type, { schema }]) =>
      schema ? html` ${schemaWords(schema)}` : html` ${type}`,
    );
    return html`<b>${status}</b>${kinds}`;
  });

const errorSection = (): Html => html`<h2 id="errors">Errors</h2>
<p>A body of <code>application/problem+json</code>: <a href="#Problem">Problem</a>.</p>
<table>
<tr><th>status</th><th>code</th><th></th><th>worth trying again</th></tr>
${Object.entries(ERROR_MEANINGS).map(
  ([code, { httpStatus, title, retryable }]) =>
    html`<tr id="${code}"><td>${String(httpStatus)}</td><td><code>${code}</code></td><td>${title}</td><td>${retryable ? 'yes' : ''}</td></tr>`,
)}
</table>`;
