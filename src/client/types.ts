import type { z } from 'zod';
import type { ApiRoute, Method } from '../api/route.ts';
import type { ROUTES } from '../api/routes.ts';

type AnyRoute = (typeof ROUTES)[keyof typeof ROUTES];

/** The paths that take a method. */
export type PathOf<Verb extends Method> = Extract<AnyRoute, { readonly method: Verb }>['path'];

type RouteOf<Verb extends Method, Path> = Extract<AnyRoute, { readonly method: Verb; readonly path: Path }>;

type SchemasOf<Route> =
  Route extends ApiRoute<infer Params, infer Query, infer Body, infer Content, infer Headers>
    ? { params: Params; query: Query; body: Body; content: Content; headers: Headers }
    : never;

/** Left out where it has no fields, may be left out where none is required. */
type Part<Name extends string, Value> = [keyof Value] extends [never]
  ? unknown
  : Value extends Record<string, never>
    ? unknown
    : Partial<Value> extends Value
      ? { readonly [Key in Name]?: Value }
      : { readonly [Key in Name]: Value };

type BodyPart<Body extends z.ZodType> = Body extends z.ZodUndefined
  ? unknown
  : { readonly body: z.input<Body> };

/** What a call of a route is made with. */
export type RequestOf<Verb extends Method, Path> =
  SchemasOf<RouteOf<Verb, Path>> extends {
    params: infer Params extends z.ZodObject;
    query: infer Query extends z.ZodObject;
    body: infer Body extends z.ZodType;
    headers: infer Headers extends z.ZodObject;
  }
    ? Part<'params', z.input<Params>> &
        Part<'query', z.input<Query>> &
        Part<'headers', z.input<Headers>> &
        BodyPart<Body>
    : never;

/** The paths that need nothing but themselves. */
export type BarePathOf<Verb extends Method> = {
  [Path in PathOf<Verb>]: Record<never, never> extends RequestOf<Verb, Path> ? Path : never;
}[PathOf<Verb>];

type Content<Schema> = Schema extends z.ZodFile ? Blob : Schema extends z.ZodType ? z.output<Schema> : never;

/** The fields of a record that were asked for; of `never`, the whole record. */
type Sparse<Whole, Field> = [Field] extends [never]
  ? Whole
  : Whole extends AsyncIterable<unknown>
    ? Whole
    : Whole extends { items: readonly (infer Item)[] }
      ? Omit<Whole, 'items'> & { items: Pick<Item, Field & keyof Item>[] }
      : Pick<Whole, Field & keyof Whole>;

/** What a call of a route is answered with. */
export type ReplyOf<Verb extends Method, Path, Field = never> = Sparse<
  Content<SchemasOf<RouteOf<Verb, Path>>['content']>,
  Field
>;

/** The paths of lists. */
export type ListPath = {
  [Path in PathOf<'get'>]: ReplyOf<'get', Path> extends { items: readonly unknown[] } ? Path : never;
}[PathOf<'get'>];

export type ItemOf<Path extends ListPath, Field = never> =
  ReplyOf<'get', Path, Field> extends { items: readonly (infer Item)[] } ? Item : never;
