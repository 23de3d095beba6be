import type { Texts } from '../texts.ts';
import { childElements, type XmlElement } from '../xml/element.ts';
import { TEXT_RULES, type TextRule } from './text-rule.ts';

/** An element of a reply. Children that no rule names are allowed: later editions add some. */
export interface ElementRule {
  readonly name: string;
  readonly occurs: 'once' | 'optional' | 'any';
  readonly text?: TextRule;
  readonly children?: readonly ElementRule[];
  /** Nothing but the named children may stand here. */
  readonly closed?: true;
}

/** `format`: the text is there, but not as the rule asks. */
type ViolationKind = 'missing' | 'repeated' | 'unexpected' | 'empty' | 'format';

export interface Violation {
  readonly kind: ViolationKind;
  /** As `connecteur/order/produits/product[2]/tva_rate`. */
  readonly path: string;
  /** The rule that the text breaks, of `empty` and `format`. */
  readonly rule?: TextRule;
  readonly expected: Texts;
}

/** Every violation below `element`, in document order of the rules. */
export function violations(element: XmlElement, rule: ElementRule, path = rule.name): Violation[] {
  const { children = [], closed } = rule;
  const byName = Map.groupBy(childElements(element), ({ name }) => name);
  return [
    ...textViolations(element, rule, path),
    ...(closed ? unexpected(byName, children, path) : []),
    ...children.flatMap((child) => childViolations(byName.get(child.name) ?? [], child, path)),
  ];
}

function childViolations(found: readonly XmlElement[], rule: ElementRule, parent: string): Violation[] {
  const path = `${parent}/${rule.name}`;
  const inner = found.flatMap((element, index) =>
    violations(element, rule, found.length > 1 ? `${path}[${index + 1}]` : path),
  );
  if (found.length === 0 && rule.occurs === 'once') {
    const expected = { fr: `l’élément <${rule.name}>`, en: `the element <${rule.name}>` };
    return [{ kind: 'missing', path, expected }];
  }
  if (found.length > 1 && rule.occurs !== 'any') {
    const expected = { fr: `<${rule.name}> une seule fois`, en: `<${rule.name}> once only` };
    return [{ kind: 'repeated', path, expected }, ...inner];
  }
  return inner;
}

function textViolations({ text }: XmlElement, { text: rule }: ElementRule, path: string): Violation[] {
  if (rule === undefined) return [];
  const { accepts, acceptsEmpty, expected } = TEXT_RULES[rule];
  const trimmed = text.trim();
  if (trimmed === '') return acceptsEmpty ? [] : [{ kind: 'empty', path, rule, expected }];
  return accepts(trimmed) ? [] : [{ kind: 'format', path, rule, expected }];
}

function unexpected(
  found: ReadonlyMap<string, readonly XmlElement[]>,
  rules: readonly ElementRule[],
  path: string,
): Violation[] {
  const known = rules.map(({ name }) => name);
  const names = known.map((name) => `<${name}>`).join(', ');
  return [...found.keys()]
    .filter((name) => !known.includes(name))
    .map((name) => ({
      kind: 'unexpected',
      path: `${path}/${name}`,
      expected: { fr: `seulement ${names}`, en: `${names} only` },
    }));
}
