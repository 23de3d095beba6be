import { fail } from '../../domain/error.ts';
import { quotable } from '../../domain/problem.ts';
import type { BoundStatement, ParameterSyntax, Statement } from './database.ts';

/** Values by parameter name; null where the order says nothing. */
export type ParameterValues = Readonly<Record<string, string | null>>;

/** A statement whose named parameters (`:id`) became the dialect's placeholders. */
export interface PreparedStatement extends Statement {
  /** In the order of the placeholders; a name that comes twice is there twice. */
  readonly names: readonly string[];
}

const NAME = /:([A-Za-z_]\w*)/y;

/**
 * Replaces `:name` outside of literals, quoted names and comments. Throws `query_refused` for a parameter that is not one
 * of `known`.
 */
export function prepareStatement(
  { field, sql }: Statement,
  syntax: ParameterSyntax,
  known: readonly string[],
): PreparedStatement {
  const names: string[] = [];
  let text = '';
  for (let position = 0; position < sql.length; ) {
    const quoted = matchAt(syntax.quoted, sql, position)?.[0];
    const name = quoted ? undefined : matchAt(NAME, sql, position)?.[1];
    if (name !== undefined) {
      if (!known.includes(name))
        throw fail('query_refused', {
          field,
          value: quotable(`:${name} ? ${known.map((one) => `:${one}`).join(' ')}`),
        });
      names.push(name);
      text += syntax.placeholder(name, names.length);
      position += name.length + 1;
    } else {
      const same = quoted || sql.charAt(position);
      text += same;
      position += same.length;
    }
  }
  return { field, sql: text, names };
}

function matchAt(pattern: RegExp, text: string, position: number): RegExpExecArray | null {
  pattern.lastIndex = position;
  return pattern.exec(text);
}

export const bind = ({ field, sql, names }: PreparedStatement, values: ParameterValues): BoundStatement => ({
  field,
  sql,
  parameters: names.map((name) => ({ name, value: values[name] ?? null })),
});
