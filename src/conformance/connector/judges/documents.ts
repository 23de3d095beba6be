import { describeCall } from '../exchange.ts';
import type { Call } from '../request/call.ts';
import { childrenOf, textOf } from '../request/element.ts';
import type { Observation } from './observation.ts';

/** Sales pieces of the ERP (§16). */
export function judgeSalesDocument(call: Call): readonly Observation[] {
  if (call.resource !== 'add_order' || !call.root) return [];
  const { root } = call;
  const order = root.name === 'order' ? root : (childrenOf(root, 'order').at(-1) ?? root);
  const header = childrenOf(order, 'commande').at(-1);
  const number = ['reference', 'numero', 'id'].map((name) => textOf(header, name)).find((text) => text);
  const what = `${describeCall(call)} ${number ?? ''}`.trim();
  const pdf = textOf(order, 'pdf');
  const numbered: Observation = {
    id: 'connector.documents.number',
    ok: number !== undefined,
    what,
    expected: '<commande><reference>',
  };
  return pdf === undefined
    ? [numbered]
    : [
        numbered,
        { id: 'connector.documents.pdf', ok: isDocument(fromBase64(pdf)), what, expected: 'base64(%PDF-…)' },
      ];
}

/** A document's file, pushed to the customer's account: the one message without a resource. */
export function judgePush(call: Call): readonly Observation[] {
  const { form, variables, isPush } = call;
  if (!isPush || typeof form === 'string') return [];
  const filled = (name: string): boolean => Boolean(variables.get(name)?.trim());
  const what = `pdf ${variables.get('reference') ?? variables.get('oid') ?? ''}`.trim();
  const file = form.get('pdf') ?? Buffer.alloc(0);
  return [
    {
      id: 'connector.document-push.fields',
      ok: (filled('reference') || filled('oid')) && filled('type') && filled('email'),
      what: `${what}: ${[...variables.keys()].join(' ')}`,
      expected: 'key email type reference oid pdf',
    },
    {
      id: 'connector.document-push.file',
      ok: isDocument(file) || isDocument(fromBase64(file.toString('latin1'))),
      what: `${what}: ${file.length}`,
      expected: '%PDF-…, base64(%PDF-…), <html>',
    },
  ];
}

const isDocument = (bytes: Buffer | undefined): boolean =>
  /^(?:%PDF-|(?:\xEF\xBB\xBF)?\s*<(?:!doctype|html|head|body|!--|\?xml|[a-z]+[\s>]))/i.test(
    bytes?.toString('latin1', 0, 256) ?? '',
  );

/** In one line or many, plain or URL-safe, perhaps as a data URI. */
function fromBase64(text: string): Buffer | undefined {
  const digits = text.replace(/^\s*data:[^,]*;base64,/, '').replace(/\s+/g, '');
  const isBase64 = /^[A-Za-z0-9+/_-]+={0,2}$/.test(digits) && digits.replace(/=+$/, '').length % 4 !== 1;
  return isBase64 ? Buffer.from(digits, 'base64') : undefined;
}
