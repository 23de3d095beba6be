import { describeCall } from '../exchange.ts';
import { type Call, gammesOf, isProductWrite } from '../request/call.ts';
import { childrenOf, type Element, textOf } from '../request/element.ts';
import { judged, type Observation } from './observation.ts';

/** What a message that writes one article owes (§7 to §9, §16). */
export function judgeProduct(call: Call): readonly Observation[] {
  if (!isProductWrite(call)) return [];
  const what = describeCall(call);
  // XML that cannot be read is judged as such, not for what could not be found in it.
  const isUnreadable = call.data !== undefined && !call.root;
  return [
    ...(isUnreadable
      ? []
      : [
          {
            id: 'connector.products.reference',
            ok: Boolean(textOf(call.root, 'reference')),
            what,
            expected: '<reference>',
          } as const,
        ]),
    ...judgeGammes(call),
  ];
}

function judgeGammes(call: Call): readonly Observation[] {
  const variants = gammesOf(call);
  if (variants.length === 0) return [];
  const what = describeCall(call);
  const skus = variants.map(({ name }) => name.trim());
  const twice = skus.filter((sku, index) => sku !== '' && skus.indexOf(sku) !== index);
  const unnamed = skus.filter((sku) => sku === '');
  return [
    ...judged('connector.gammes.skus', { what, faults: [...twice, ...unnamed].map((sku) => `<${sku}>`) }),
    ...judged('connector.gammes.axes', { what, faults: variants.flatMap(faultsOfAxes) }),
  ];
}

function faultsOfAxes(variant: Element): readonly string[] {
  const axes = variant.children;
  if (axes.length === 0 || axes.length > 2) return [`<${variant.name}>: ${axes.length}`];
  return axes
    .filter((axis) => !childrenOf(axis, 'value', 'valeur').at(-1)?.text)
    .map((axis) => `<${variant.name}><${axis.name}>: value?`);
}
