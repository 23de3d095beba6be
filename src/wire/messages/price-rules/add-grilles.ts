import type { KeptPriceRules, PriceRuleChange } from '../../../domain/price-rule.ts';
import { LEAVES, type Shape, shape } from '../../xml/element.ts';
import { escapeAttribute, escapeText } from '../../xml/writer.ts';
import type { StreamCodec, WireOptions } from '../codec.ts';
import { encodeText } from '../parts/text.ts';
import { decodeDone, encodeDone } from '../replies/done.ts';
import { decodeGrille } from './grille-reader.ts';
import { formatReductionType } from './reduction-type.ts';

const GRILLES: Shape = shape({ grille: LEAVES });

/** The ERP's price lists, add or update (seed §15): a million `<grille>` in one request. */
export const addGrillesCodec: StreamCodec<PriceRuleChange, KeptPriceRules> = {
  resource: 'add_grilles',
  shape: shape({
    connecteur: shape({ grilles: GRILLES, grille: LEAVES }),
    grilles: GRILLES,
    grille: LEAVES,
  }),
  recordName: 'grille',
  async *encodeRequest(batches, options) {
    yield '<grilles>';
    for await (const batch of batches) {
      let text = '';
      for (const rule of batch) text += writeGrille(rule, options);
      yield text;
    }
    yield '</grilles>';
  },
  decodeRecord: decodeGrille,
  encodeReply: (options) => encodeDone('add_grilles', options),
  decodeReply: decodeDone,
};

/** No value is written `0` where ERPs do so, and empty elsewhere. */
function writeGrille(rule: PriceRuleChange, options: WireOptions): string {
  return `<grille src="${escapeAttribute(rule.source)}" ref="${escapeAttribute(rule.rule)}">${[
    element('id_product', rule.reference),
    element('price', rule.value),
    element('reduction_type', formatReductionType(rule.kind)),
    element('id_customer', rule.customer),
    element('group_name', encodeText(rule.group, options)),
    element('id_currency', rule.currency || '0'),
    element('country_iso2', rule.country || '0'),
    element('from_qty', rule.fromQuantity),
    element('from', rule.validFrom || '0'),
    option('to', rule.options.validTo),
    option('id_parent', rule.options.parent),
    option('prix_de_base', rule.options.basePrice),
    option('emails_customer', rule.options.customerEmails),
  ].join('')}</grille>`;
}

const element = (name: string, text: string): string => `<${name}>${escapeText(text)}</${name}>`;

const option = (name: string, value: string | null | undefined): string =>
  value === undefined ? '' : element(name, value ?? '');
