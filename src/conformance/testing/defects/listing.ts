import { type Call, type Model, Refusal, type Spoil } from '../model/exchange.ts';
import { blocks } from '../model/xml-reader.ts';
import { before } from './defect.ts';

export const isListed = ({ state }: Model, reference: string): boolean =>
  [...state.products, ...state.options].some((listed) => listed.reference === reference);

export const push = ({ state }: Model, list: 'products' | 'options', reference: string): void => {
  state[list].push({ id: String(state.nextId++), reference });
};

/** The same reference under a new id. */
export const renew = ({ state }: Model, list: 'products' | 'options', reference: string): void => {
  state[list] = state[list].map((listed) =>
    listed.reference === reference ? { id: String(state.nextId++), reference } : listed,
  );
};

export const refuse = (resource: string, when: (call: Call) => boolean, message: string): Spoil =>
  before(resource, (call) => {
    if (when(call)) throw new Refusal(message);
  });

export const inXml =
  (...names: readonly string[]) =>
  ({ xml }: Call): boolean =>
    names.some((name) => blocks(xml, name).length > 0 || xml.includes(`<${name}/>`));
