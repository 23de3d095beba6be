import { type Synonyms, type Target, targets } from './synonyms.ts';

const addressColumns = (part: string, words: readonly string[]): Synonyms => {
  const named = (...names: readonly string[]) =>
    names.flatMap((name) => words.map((word) => `${name} ${word}`.trim()));
  return {
    [`${part}.company`]: named('societe', 'company', 'raison sociale'),
    [`${part}.lastName`]: named('nom', 'last name', 'lastname'),
    [`${part}.firstName`]: named('prenom', 'first name', 'firstname'),
    [`${part}.address1`]: named('adresse', 'address', 'rue'),
    [`${part}.address2`]: named('complement', 'adresse 2', 'address 2'),
    [`${part}.postcode`]: named('cp', 'code postal', 'postcode', 'zip'),
    [`${part}.city`]: named('ville', 'city'),
    [`${part}.country`]: named('pays', 'country'),
    [`${part}.phone`]: named('telephone', 'tel', 'phone'),
    [`${part}.mobile`]: named('mobile', 'portable'),
  };
};

/** One row a line of an order; the rows of an order follow one another and repeat what is the order's. */
export const ORDER_COLUMNS: ReadonlyMap<string, Target> = new Map([
  ...targets('text', {
    ...addressColumns('billing', ['', 'facturation', 'de facturation', 'billing']),
    ...addressColumns('delivery', ['livraison', 'de livraison', 'delivery', 'shipping']),
    id: [
      'id',
      'commande',
      'numero',
      'numero commande',
      'numero de commande',
      'n commande',
      'no commande',
      'order',
      'order id',
      'order number',
    ],
    placedAt: ['placedat', 'date', 'date commande', 'date de commande', 'order date'],
    state: ['state', 'etat', 'statut', 'status'],
    reference: ['reference commande', 'ref commande', 'order reference'],
    documentState: ['documentstate', 'etat de la piece'],
    warehouse: ['warehouse', 'depot', 'entrepot'],
    currency: ['currency', 'devise'],
    paymentMethod: [
      'paymentmethod',
      'paiement',
      'mode de paiement',
      'reglement',
      'payment',
      'payment method',
    ],
    carrier: ['carrier', 'transporteur', 'livreur', 'mode de livraison', 'shipping method'],
    'customer.id': ['client', 'id client', 'numero client', 'customer', 'customer id'],
    'customer.erpCode': ['code client', 'code tiers', 'customer code'],
    'customer.email': ['email', 'e mail', 'mail', 'courriel'],
    'lines.0.reference': ['reference', 'ref', 'article', 'code article', 'sku', 'item code', 'product code'],
    'lines.0.axis1': ['gamme 1', 'gamme1'],
    'lines.0.axis2': ['gamme 2', 'gamme2'],
    'billing.vatNumber': ['n tva', 'numero tva', 'tva intracommunautaire', 'vat number'],
    'lines.0.name': ['designation', 'libelle', 'produit', 'product', 'product name'],
  }),
  ...targets('document-type', { documentType: ['documenttype', 'type de piece'] }),
  ...targets('number', {
    'lines.0.quantity': ['quantite', 'qte', 'quantity', 'qty'],
    'lines.0.netUnitPrice': [
      'prix',
      'pu ht',
      'prix ht',
      'prix unitaire',
      'prix unitaire ht',
      'unit price',
      'net price',
      'price',
    ],
    'lines.0.taxRate': ['tva', 'taux tva', 'taux de tva', 'vat', 'vat rate', 'tax rate'],
    'lines.0.ecotax': ['ecotaxe', 'ecotax'],
    'totals.paid': ['total', 'total ttc', 'montant ttc', 'total paye', 'paid', 'total paid'],
    'totals.shippingInclTax': ['port', 'port ttc', 'frais de port', 'frais de port ttc', 'shipping'],
    'totals.shippingTaxRate': ['tva port', 'taux tva port', 'shipping tax rate'],
    'totals.productsExclTax': ['total produits ht'],
    'totals.productsInclTax': ['total produits ttc'],
    'totals.discountExclTax': ['remise ht'],
    'totals.discountPercent': ['remise pourcent', 'discount percent'],
    'totals.discountInclTax': ['remise', 'remise ttc', 'discount'],
  }),
]);
