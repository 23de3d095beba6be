import type { Requirement, Severity } from '../requirement.ts';
import type { ConnectorFlow } from './options.ts';

interface Entry {
  readonly id: `connector.${string}`;
  /** Undefined: of every call, whatever the connector does. */
  readonly flow?: ConnectorFlow;
  readonly section: string;
  /** `must` by default. */
  readonly severity?: Severity;
  /** Not in kit-2015, whose shops send nothing that old readers do not know. */
  readonly extras?: true;
  readonly fr: string;
  readonly en: string;
}

/** What the protocol asks of a connector, as far as a shop can see it. */
const ENTRIES = [
  {
    id: 'connector.request.post',
    section: '§3',
    fr: 'Chaque appel est un POST.',
    en: 'Every call is a POST.',
  },
  {
    id: 'connector.request.path',
    section: '§3',
    fr: 'Chaque appel va exactement à l’URL configurée, chemin et paramètres compris.',
    en: 'Every call goes to exactly the configured URL, path and parameters included.',
  },
  {
    id: 'connector.request.secret-url',
    section: '§3',
    fr: 'La clé n’est jamais dans l’URL, que les serveurs journalisent.',
    en: 'The key is never in the URL, which servers log.',
  },
  {
    id: 'connector.request.form',
    section: '§3',
    fr: 'Le corps est un formulaire lisible (multipart/form-data ou application/x-www-form-urlencoded).',
    en: 'The body is a readable form (multipart/form-data or application/x-www-form-urlencoded).',
  },
  {
    id: 'connector.request.key',
    section: '§3',
    fr: 'Chaque appel porte la clé, en variable POST ou dans le XML, et une seule.',
    en: 'Every call carries the key, as a POST variable or in the XML, and one only.',
  },
  {
    id: 'connector.request.resource',
    section: '§3',
    fr: 'Chaque appel nomme une ressource connue ; seul l’envoi d’un document PDF n’en a pas.',
    en: 'Every call names a known resource; only the push of a PDF document has none.',
  },
  {
    id: 'connector.request.in-turn',
    section: '§3',
    severity: 'should',
    fr: 'Les appels se suivent : aucun ne part avant la réponse du précédent.',
    en: 'Calls follow each other: none starts before the one before it was answered.',
  },
  {
    id: 'connector.data.compression',
    section: 'later editions',
    fr: 'compression dit ce qu’est data : 0 ou absent = XML, 1 = zlib, 2 = bzip2, 3 = deflate brut.',
    en: 'compression says what data is: 0 or absent = XML, 1 = zlib, 2 = bzip2, 3 = raw deflate.',
  },
  {
    id: 'connector.data.encoding',
    section: '§3',
    fr: 'data est en UTF-8 et ne déclare pas autre chose.',
    en: 'data is in UTF-8 and declares nothing else.',
  },
  {
    id: 'connector.data.xml',
    section: '§3',
    fr: 'data est un XML bien formé (hormis les noms d’éléments dans gammes, qui sont des références).',
    en: 'data is well-formed XML (but for the names of elements in gammes, which are references).',
  },
  {
    id: 'connector.data.agreement',
    section: '§3',
    fr: 'Une valeur qui est à la fois en variable POST et dans le XML y est la même.',
    en: 'A value that stands both in a POST variable and in the XML is the same in both.',
  },
  {
    id: 'connector.values.numbers',
    section: '§3',
    fr: 'Les nombres ont un point décimal, sans exposant, espace ni séparateur de milliers.',
    en: 'Numbers have a decimal point, and no exponent, space or thousands separator.',
  },
  {
    id: 'connector.values.booleans',
    flow: 'products',
    section: '§7, §8, §9',
    severity: 'should',
    fr: 'actif et disponible valent 1 ou 0.',
    en: 'actif and disponible are 1 or 0.',
  },
  {
    id: 'connector.products.lists-first',
    flow: 'products',
    section: '§5, §6',
    fr: 'products_list et options_list sont lues avant la première écriture d’un article.',
    en: 'products_list and options_list are read before the first article is written.',
  },
  {
    id: 'connector.lists.slices',
    flow: 'products',
    section: '§5, §6',
    fr: 'Les tranches (limit=début,nombre) partent de 0 et se suivent sans trou ni recouvrement.',
    en: 'Slices (limit=start,count) begin at 0 and follow each other without gap or overlap.',
  },
  {
    id: 'connector.lists.end',
    flow: 'products',
    section: '§5, §6',
    fr: 'Une liste est lue jusqu’au bout : après une tranche pleine, la suivante est demandée.',
    en: 'A list is read to its end: after a full slice the next one is asked for.',
  },
  {
    id: 'connector.products.reference',
    flow: 'products',
    section: '§7, §8, §9',
    fr: 'Chaque article écrit porte sa référence, dans le XML.',
    en: 'Every article that is written carries its reference, in the XML.',
  },
  {
    id: 'connector.products.update-known',
    flow: 'products',
    section: '§7',
    fr: 'Un article que products_list connaît est envoyé par update_product.',
    en: 'An article that products_list knows is sent by update_product.',
  },
  {
    id: 'connector.options.update-known',
    flow: 'options',
    section: '§9',
    fr: 'Un article que options_list connaît est envoyé par update_option.',
    en: 'An article that options_list knows is sent by update_option.',
  },
  {
    id: 'connector.products.add-unknown',
    flow: 'products',
    section: '§8',
    fr: 'Un article qu’aucune liste ne connaît est envoyé par add_product.',
    en: 'An article that no list knows is sent by add_product.',
  },
  {
    id: 'connector.products.add-once',
    flow: 'products',
    section: '§8',
    fr: 'Une référence n’est pas ajoutée deux fois dans un même passage.',
    en: 'A reference is not added twice in one run.',
  },
  {
    id: 'connector.products.tax-rate',
    flow: 'products',
    section: '§7, §8, §9',
    fr: 'tva est un taux en pour cent, de 0 à 100 (20, et non 0.2).',
    en: 'tva is a rate in percent, from 0 to 100 (20, and not 0.2).',
  },
  {
    id: 'connector.gammes.skus',
    flow: 'gammes',
    section: '§16',
    fr: 'Dans gammes, chaque déclinaison est un élément nommé par sa référence, une seule fois.',
    en: 'In gammes every variant is an element named by its reference, once.',
  },
  {
    id: 'connector.gammes.axes',
    flow: 'gammes',
    section: '§16',
    fr: 'Chaque déclinaison a une ou deux options, chacune avec name et value.',
    en: 'Every variant has one or two axes, each with name and value.',
  },
  {
    id: 'connector.orders.filter',
    flow: 'orders',
    section: '§10',
    fr: 'filter est une liste d’états séparés par des virgules, sans vide.',
    en: 'filter is a list of states separated by commas, none of them empty.',
  },
  {
    id: 'connector.orders.listed-only',
    flow: 'orders',
    section: '§11',
    fr: 'Seules des commandes que orders_list a données sont lues.',
    en: 'Only orders that orders_list gave are read.',
  },
  {
    id: 'connector.orders.read-first',
    flow: 'orders',
    section: '§12',
    fr: 'Aucune commande n’est confirmée avant d’avoir été lue et reçue.',
    en: 'No order is confirmed before it was read and came.',
  },
  {
    id: 'connector.orders.confirmed',
    flow: 'orders',
    section: '§12',
    fr: 'Chaque commande importée est confirmée par set_order_exported, avec son id.',
    en: 'Every order that was imported is confirmed by set_order_exported, with its id.',
  },
  {
    id: 'connector.orders.unknown-elements',
    flow: 'orders',
    section: '§11',
    extras: true,
    fr: 'Une commande qui contient des commentaires et des éléments inconnus est importée comme les autres.',
    en: 'An order with comments and unknown elements is imported like any other.',
  },
  {
    id: 'connector.orders.no-import',
    flow: 'orders',
    section: '§11',
    fr: 'Une commande marquée <no_import/> n’est jamais confirmée.',
    en: 'An order marked <no_import/> is never confirmed.',
  },
  {
    id: 'connector.orders.confirm-again',
    flow: 'orders',
    section: '§12',
    fr: 'Une confirmation dont la réponse s’est perdue est renvoyée, au plus tard au passage suivant.',
    en: 'A confirmation whose reply was lost is sent again, in the next run at the latest.',
  },
  {
    id: 'connector.orders.not-anew',
    flow: 'orders',
    section: '§12',
    severity: 'should',
    fr: 'Une commande dont la confirmation s’est perdue n’est pas relue comme une nouvelle.',
    en: 'An order whose confirmation was lost is not read again like a new one.',
  },
  {
    id: 'connector.errors.goes-on',
    section: '§4',
    fr: 'Une <error> sur un enregistrement n’arrête pas les autres.',
    en: 'An <error> for one record does not stop the others.',
  },
  {
    id: 'connector.errors.stops',
    section: '§4',
    fr: 'Après une réponse HTTP 5xx, le passage s’arrête : plus aucun appel.',
    en: 'After an HTTP 5xx reply the run stops: no further call.',
  },
  {
    id: 'connector.tracking.fields',
    flow: 'tracking',
    section: 'later editions',
    fr: 'add_tracking nomme une commande du site (id) et un numéro de suivi (shipping_number).',
    en: 'add_tracking names an order of the shop (id) and a parcel number (shipping_number).',
  },
  {
    id: 'connector.customers-list.date',
    flow: 'shop-customers',
    section: '§13',
    fr: 'La date de customers_list est au format jj-mm-aaaa, ou absente.',
    en: 'The date of customers_list is written dd-mm-yyyy, or absent.',
  },
  {
    id: 'connector.customers.code',
    flow: 'customers',
    section: '§14',
    fr: 'Chaque client porte codetiers, égal à l’attribut identifiant.',
    en: 'Every client carries codetiers, equal to the attribute identifiant.',
  },
  {
    id: 'connector.price-rules.fields',
    flow: 'price-rules',
    section: '§15',
    fr: 'Chaque grille porte src, ref, id_product et price.',
    en: 'Every grille carries src, ref, id_product and price.',
  },
  {
    id: 'connector.price-rules.reduction-type',
    flow: 'price-rules',
    section: '§15',
    fr: 'reduction_type vaut amount, price, reduction_amount ou reduction_percentage.',
    en: 'reduction_type is amount, price, reduction_amount or reduction_percentage.',
  },
  {
    id: 'connector.price-rules.dates',
    flow: 'price-rules',
    section: '§3, §15',
    fr: 'from et to sont au format aaaa-mm-jj hh:mm:ss ; sans date : vide, 0 ou absent.',
    en: 'from and to are written yyyy-mm-dd hh:mm:ss; no date: empty, 0 or absent.',
  },
  {
    id: 'connector.documents.number',
    flow: 'documents',
    section: '§16',
    fr: 'Une pièce de vente (add_order) porte son numéro.',
    en: 'A sales piece (add_order) carries its number.',
  },
  {
    id: 'connector.documents.pdf',
    flow: 'documents',
    section: '§16',
    fr: 'Le pdf d’une pièce de vente, s’il est là, est un PDF (ou du HTML) en base64.',
    en: 'The pdf of a sales piece, if there is one, is a PDF (or HTML) in base64.',
  },
  {
    id: 'connector.document-push.fields',
    flow: 'document-push',
    section: 'later editions',
    fr: 'L’envoi d’un document dit sa pièce (reference ou oid), son type et l’e-mail du client.',
    en: 'The push of a document names its piece (reference or oid), its type and the customer’s e-mail.',
  },
  {
    id: 'connector.document-push.file',
    flow: 'document-push',
    section: 'later editions',
    fr: 'Le document envoyé est un PDF ou du HTML, tel quel ou en base64.',
    en: 'The document that is pushed is a PDF or HTML, as it is or in base64.',
  },
] as const satisfies readonly Entry[];

export type RequirementId = (typeof ENTRIES)[number]['id'];

export interface ConnectorRequirement extends Requirement {
  readonly id: RequirementId;
  readonly flow?: ConnectorFlow;
}

const requirementFromEntry = (entry: Entry & { readonly id: RequirementId }): ConnectorRequirement => ({
  id: entry.id,
  sentence: { fr: entry.fr, en: entry.en },
  section: entry.section,
  severity: entry.severity ?? 'must',
  needs: 'read',
  ...(entry.flow ? { flow: entry.flow } : {}),
  ...(entry.extras ? { profiles: ['v3', 'samples'] as const } : {}),
});

export const CONNECTOR_REQUIREMENTS: readonly ConnectorRequirement[] = ENTRIES.map(requirementFromEntry);
