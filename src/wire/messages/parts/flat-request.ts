import { leaf, node } from '../../xml/element.ts';
import type { WireRequest } from '../codec.ts';

const NO_FILES: ReadonlyMap<string, Uint8Array> = new Map();

/** A request of plain values: each as a POST variable and in the XML (seed §3); what is undefined is left out. */
export function flatRequest(values: Readonly<Record<string, string | undefined>>): WireRequest {
  const filled = Object.entries(values).flatMap(([name, text]) =>
    text === undefined ? [] : [{ name, text }],
  );
  return {
    variables: new Map(filled.map(({ name, text }) => [name, text])),
    document: node(
      'connecteur',
      filled.map(({ name, text }) => leaf(name, text)),
    ),
    files: NO_FILES,
  };
}
