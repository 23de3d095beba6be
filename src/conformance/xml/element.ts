import { XmlElement } from '@rgrove/parse-xml';

export type { XmlElement };

/** Child elements, in order. */
export const childElements = (element: XmlElement): XmlElement[] =>
  element.children.filter((child) => child instanceof XmlElement);

export const childrenNamed = (element: XmlElement, name: string): XmlElement[] =>
  childElements(element).filter((child) => child.name === name);

export const childNamed = (element: XmlElement | undefined, name: string): XmlElement | undefined =>
  element && childrenNamed(element, name)[0];

/** Trimmed text of the first child of that name; undefined when there is none. */
export const childText = (element: XmlElement | undefined, name: string): string | undefined =>
  childNamed(element, name)?.text.trim();
