import { DECLARATION, element, type Message } from '../session/message.ts';
import { acknowledges, isTaken, saysError } from '../session/reply.ts';
import type { Session } from '../session/session.ts';
import { own, type Scenario, write } from './scenario.ts';

/** An empty page; readers look at its first bytes only. */
const PDF = Buffer.from(
  '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n',
).toString('base64');

export const documentsScenario: Scenario = {
  cites: ['add-order.reply', 'add-order.pdf', 'add-order.repeat', 'document-push.accepted'],
  needs: 'write',
  async run(session) {
    const number = own(session, 'FA1');
    const pieces = [
      ['add-order.reply', number, ''],
      ['add-order.repeat', number, ''],
      ['add-order.pdf', own(session, 'FA2'), element('pdf', PDF)],
    ] as const;
    for (const [id, piece, pdf] of pieces) {
      const data = pieceDocument(session, piece, pdf);
      const reply = await write(session, piece, { resource: 'add_order', data });
      const ok = id === 'add-order.reply' ? acknowledges(reply, 'add_order') : isTaken(reply);
      session.judge(id, { ok, reply });
    }
    await judgePush(session);
  },
};

async function judgePush(session: Session): Promise<void> {
  const accepted = await session.call(documentPush(session));
  const taken = accepted.http?.status === 200;
  if (taken) session.created(documentNumber(session));
  const ok = taken && !saysError(accepted);
  session.judge('document-push.accepted', { ok, reply: accepted });
}

const documentNumber = (session: Session): string => own(session, 'FA3');

/** No `resource` and no `data`: a document's file. */
export function documentPush(session: Session): Message {
  const oid = documentNumber(session);
  const email = `${session.prefix.toLowerCase()}@example.invalid`;
  return { data: null, fields: { email, type: 'FA', reference: oid, oid, pdf: PDF }, reply: 'document' };
}

const ADDRESS =
  '<pays>FR</pays><company/><lastname>Check</lastname><firstname>Passerelle</firstname><address1>1 rue des Exemples</address1><address2/><postcode>57000</postcode><city>Metz</city><phone/><phone_mobile/>';

/** The order's format (specification §16), with the piece's number. */
function pieceDocument(session: Session, number: string, pdf: string): string {
  const email = `${session.prefix.toLowerCase()}@example.invalid`;
  return `${DECLARATION}<connecteur><order><livraison>${ADDRESS}</livraison><facturation>${ADDRESS}<vat_number/></facturation>
<client><id/>${element('code_erp', own(session, 'C1'))}<lastname>Check</lastname><firstname>Passerelle</firstname>${element('email', email)}</client>
<commande>${element('reference', number)}<date_add>2013-03-22 10:09:22</date_add><payment/><total_discounts>0</total_discounts><total_discounts_tax_incl>0</total_discounts_tax_incl><total_discounts_tax_excl>0</total_discounts_tax_excl><total_paid>15.00</total_paid><total_products>15.00</total_products><total_products_wt>12.50</total_products_wt><total_shipping>0</total_shipping><carrier_tax_rate>20</carrier_tax_rate><livreur/></commande>
<produits><product>${element('product_reference', own(session, 'P1'))}<product_quantity>1</product_quantity><product_name>Passerelle check</product_name><product_price>12.50</product_price><tva_rate>20.00</tva_rate><ecotax>0</ecotax></product></produits>${pdf}</order></connecteur>`;
}
