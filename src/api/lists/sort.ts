export interface Sort<Name extends string> {
  readonly order: Name;
  readonly isDescending: boolean;
}

/** `-updatedAt`: by `updatedAt`, from the highest down. */
export function sortFrom<Name extends string>(
  orders: Readonly<Record<Name, unknown>>,
  text: Name | `-${Name}`,
): Sort<Name> {
  const isDescending = text.startsWith('-');
  const order = isDescending ? text.slice(1) : text;
  const isName = (name: string): name is Name => Object.hasOwn(orders, name);
  if (!isName(order)) throw new TypeError(`an order that the schema does not know: ${text}`);
  return { order, isDescending };
}
