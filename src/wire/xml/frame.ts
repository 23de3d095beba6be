import type { Shape, XmlElement } from './element.ts';
import type { Block } from './opening.ts';
import type { Opening, Tag } from './tag.ts';

/** An open element. */
export interface Frame extends Block {
  readonly shape: Shape;
  readonly element: XmlElement;
  readonly children: XmlElement[];
  readonly line: number;
  readonly column: number;
}

/** What the shape where an element stands says of it; undefined for a text field. */
export function shapeOf(tag: Tag, parent: Shape): Shape | undefined {
  if (tag.parent !== parent) {
    tag.parent = parent;
    tag.shape = Object.hasOwn(parent.children, tag.folded) ? parent.children[tag.folded] : parent.others;
  }
  return tag.shape;
}

export function openFrame(
  { tag, attributes }: Pick<Opening, 'tag' | 'attributes'>,
  shape: Shape,
  { line, column }: { line: number; column: number },
): Frame {
  const children: XmlElement[] = [];
  const element = { name: tag.name, attributes, children, text: '', line };
  return { tag, shape, element, children, line, column, slashed: undefined };
}
