import { type Decoded, decoded, type Problem, rejected } from '../../../domain/problem.ts';
import type { Shape, XmlElement } from '../../xml/element.ts';
import { XML_DECLARATION } from '../../xml/writer.ts';
import type { ListCodec, WireOptions } from '../codec.ts';
import { isBlank } from '../parts/blank.ts';
import { replyProblem } from '../replies/error.ts';

/** Where the items of a list stand in the reply: inside `wrapper`, or in the root itself without one. */
interface ListLayout {
  readonly wrapper?: string;
  readonly item: string;
}

export interface ListSpec<Request, Item>
  extends Pick<ListCodec<Request, Item>, 'resource' | 'requestShape' | 'encodeRequest' | 'decodeRequest'> {
  readonly replyShape: Shape;
  layout(options: WireOptions): ListLayout;
  /** What stands inside an item's element. */
  encodeItem(item: Item, options: WireOptions): string;
  decodeItem(element: XmlElement, options: WireOptions): Decoded<Item>;
  /** Every element that holds an item, in any layout. */
  itemsOf(root: XmlElement): readonly XmlElement[];
}

export function createListCodec<Request, Item>(spec: ListSpec<Request, Item>): ListCodec<Request, Item> {
  return {
    resource: spec.resource,
    requestShape: spec.requestShape,
    replyShape: spec.replyShape,
    encodeRequest: spec.encodeRequest,
    decodeRequest: spec.decodeRequest,
    encodeReply: (batches, options) =>
      encodeList(batches, spec.layout(options), (item) => spec.encodeItem(item, options)),
    decodeReply(root, options) {
      const failure = replyProblem(root);
      return failure
        ? rejected(failure)
        : allDecoded(
            spec
              .itemsOf(root)
              .filter(saysSomething)
              .map((element) => spec.decodeItem(element, options)),
          );
    },
  };
}

async function* encodeList<Item>(
  batches: AsyncIterable<readonly Item[]>,
  { wrapper, item }: ListLayout,
  encodeItem: (item: Item) => string,
): AsyncGenerator<string> {
  const [open, close] = [`<${item}>`, `</${item}>`];
  const [start, end] = wrapper === undefined ? ['', ''] : [`<${wrapper}>`, `</${wrapper}>`];
  let head = `${XML_DECLARATION}<connecteur>${start}`;
  for await (const batch of batches) {
    if (batch.length === 0) continue;
    let text = head;
    head = '';
    for (const one of batch) text += open + encodeItem(one) + close;
    yield text;
  }
  const isEmpty = head !== '';
  if (!isEmpty) yield `${end}</connecteur>`;
  else
    yield `${XML_DECLARATION}${wrapper === undefined ? '<connecteur/>' : `<connecteur><${wrapper}/></connecteur>`}`;
}

/** An item that is empty all through is none: templates are taken for replies. */
const saysSomething = ({ text, children }: XmlElement): boolean =>
  !isBlank(text) || children.some(saysSomething);

/** The first item that cannot be read makes the list unreadable: a list with holes would be taken for the truth. */
function allDecoded<Item>(items: readonly Decoded<Item>[]): Decoded<readonly Item[]> {
  const values: Item[] = [];
  const warnings: Problem[] = [];
  for (const item of items) {
    if (!item.ok) return item;
    values.push(item.value);
    warnings.push(...item.warnings);
  }
  return decoded(values, warnings);
}
