import { fail } from '../../domain/error.ts';
import type { ProductOperation } from '../../domain/product.ts';
import { closest } from '../../parsing/closest.ts';
import type { OperationName } from '../../shop/operations.ts';
import { MOMENT_NAMES, type Moment, type Moments } from './moments.ts';
import type { Dropped, Refused } from './verdict.ts';

/** On which occasion a hook is asked. */
export interface HookContext {
  /** The shop's name. */
  readonly shop: string;
  /** What is being done: `saveProduct`, `savePriceRules`, `readOrder` … */
  readonly operation: OperationName;
  /** Of a product: the message that came. */
  readonly message?: ProductOperation;
  /** The exchange's id in the journal. */
  readonly exchange?: string;
}

/** A record as a hook may write it: a field that is undefined is as if it were absent. */
type Said<Value> = {
  readonly [Name in keyof Value]: object extends Pick<Value, Name> ? Value[Name] | undefined : Value[Name];
};

/** The changed record, or a verdict on it; nothing where it stays as it is. */
// biome-ignore lint/suspicious/noConfusingVoidType: a function without a return is one that changes nothing.
export type HookAnswer<Value> = Said<Value> | Dropped | Refused | undefined | void;

/**
 * Gets a record, frozen, and gives another. Pure: nothing but its parameters decides, and it changes nothing elsewhere;
 * the same record may come again, and several at the same time.
 */
export type Hook<Value> = (
  value: Value,
  context: HookContext,
) => HookAnswer<Value> | Promise<HookAnswer<Value>>;

/** By moment, one hook or several in their order. */
export type Transforms = {
  readonly [Name in Moment]?: Hook<Moments[Name]> | readonly Hook<Moments[Name]>[];
};

/** Gives a module of transformations its types: `export default defineTransforms({ beforeProduct(change) { … } });` */
export const defineTransforms = (transforms: Transforms): Transforms => transforms;

/** A hook with what errors call it. */
export interface NamedHook<Value> {
  readonly name: string;
  readonly run: Hook<Value>;
}

export type NamedHooks = { readonly [Name in Moment]: readonly NamedHook<Moments[Name]>[] };

export const NO_HOOKS = Object.fromEntries(
  MOMENT_NAMES.map((moment) => [moment, []]),
) as unknown as NamedHooks;

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

/** What a module exports, as hooks with names; `origin` is what names begin with. Throws `hook_unknown` with the moments that there are. */
export function namedHooks(exported: unknown, origin: string): NamedHooks {
  if (!isObject(exported))
    throw fail('hook_unknown', { value: origin, field: 'default', expected: MODULE_FORM });
  const entries = Object.entries(exported).map(([moment, hooks]) => {
    requireMoment(moment, origin);
    return [moment, inOrder(hooks).map((hook, index) => named(hook, { origin, moment, index }))];
  });
  return { ...NO_HOOKS, ...Object.fromEntries(entries) };
}

export const MODULE_FORM = 'export default defineTransforms({ … })';

const inOrder = (hooks: unknown): readonly unknown[] => (Array.isArray(hooks) ? hooks : [hooks]);

function requireMoment(name: string, origin: string): void {
  if (Object.hasOwn(NO_HOOKS, name)) return;
  const expected = closest(name, MOMENT_NAMES) ?? MOMENT_NAMES.join(', ');
  throw fail('hook_unknown', { value: origin, field: name, expected });
}

interface Place {
  readonly origin: string;
  readonly moment: string;
  readonly index: number;
}

function named(hook: unknown, { origin, moment, index }: Place): { name: string; run: unknown } {
  if (typeof hook !== 'function')
    throw fail('hook_unknown', {
      value: origin,
      field: `${moment}[${index}]`,
      expected: '(value, context) => …',
    });
  const own = hook.name === '' || hook.name === moment ? '' : ` ${hook.name}`;
  return { name: `${origin} ${moment}${own}`, run: hook };
}

/** One after another. */
export const joined = (all: readonly NamedHooks[]): NamedHooks =>
  Object.fromEntries(
    MOMENT_NAMES.map((moment) => [moment, all.flatMap((hooks): readonly unknown[] => hooks[moment])]),
  ) as unknown as NamedHooks;
