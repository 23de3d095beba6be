export const LANGUAGES = ['fr', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

const WORDS = {
  catalogue: { fr: 'Catalogue', en: 'Catalogue' },
  search: { fr: 'Rechercher', en: 'Search' },
  all: { fr: 'Tout', en: 'All' },
  nothingFound: { fr: 'Aucun article ne correspond.', en: 'No article matches.' },
  next: { fr: 'Articles suivants', en: 'More articles' },
  older: { fr: 'Commandes plus anciennes', en: 'Earlier orders' },
  inStock: { fr: 'En stock', en: 'In stock' },
  onOrder: { fr: 'Sur commande', en: 'On order' },
  notSold: { fr: 'Indisponible', en: 'Not available' },
  noPrice: { fr: 'Prix sur demande', en: 'Price on request' },
  net: { fr: 'HT', en: 'excl. tax' },
  gross: { fr: 'TTC', en: 'incl. tax' },
  insteadOf: { fr: 'au lieu de', en: 'instead of' },
  reference: { fr: 'Référence', en: 'Reference' },
  variant: { fr: 'Modèle', en: 'Choose' },
  quantity: { fr: 'Quantité', en: 'Quantity' },
  add: { fr: 'Ajouter au panier', en: 'Add to basket' },
  basket: { fr: 'Panier', en: 'Basket' },
  basketEmpty: { fr: 'Le panier est vide.', en: 'The basket is empty.' },
  basketFull: {
    fr: 'Le panier est plein ; commandez d’abord ce qu’il contient.',
    en: 'The basket is full; order what it holds first.',
  },
  update: { fr: 'Changer', en: 'Change' },
  remove: { fr: 'Retirer', en: 'Remove' },
  total: { fr: 'Total', en: 'Total' },
  tax: { fr: 'TVA', en: 'VAT' },
  checkout: { fr: 'Commander', en: 'Check out' },
  cannotOrder: {
    fr: 'Retirez d’abord ce qui n’est pas en vente.',
    en: 'First remove what is not for sale.',
  },
  accountClosed: {
    fr: 'Votre compte est fermé ; contactez-nous.',
    en: 'Your account is closed; please contact us.',
  },
  signIn: { fr: 'Se connecter', en: 'Sign in' },
  signOut: { fr: 'Se déconnecter', en: 'Sign out' },
  email: { fr: 'Adresse e-mail', en: 'E-mail address' },
  sendLink: { fr: 'Recevoir un lien', en: 'Send me a link' },
  linkSent: {
    fr: 'Un lien, valable un quart d’heure, a été envoyé à {email}. (Cette boutique d’exemple l’écrit dans sa console.)',
    en: 'A link, good for a quarter of an hour, has been sent to {email}. (This example shop prints it on its console.)',
  },
  linkEnded: {
    fr: 'Ce lien a déjà servi ou est trop ancien. Demandez-en un autre.',
    en: 'This link was used already or is too old. Ask for another.',
  },
  continueAs: { fr: 'Continuer comme {email}', en: 'Continue as {email}' },
  yourPrices: { fr: 'Vos prix, hors taxes : {group}', en: 'Your prices, excluding tax: {group}' },
  deliveryAddress: { fr: 'Adresse de livraison', en: 'Delivery address' },
  company: { fr: 'Société', en: 'Company' },
  lastName: { fr: 'Nom', en: 'Last name' },
  firstName: { fr: 'Prénom', en: 'First name' },
  address1: { fr: 'Adresse', en: 'Address' },
  address2: { fr: 'Complément', en: 'Address, line 2' },
  postcode: { fr: 'Code postal', en: 'Postcode' },
  city: { fr: 'Ville', en: 'City' },
  country: { fr: 'Pays', en: 'Country' },
  phone: { fr: 'Téléphone', en: 'Telephone' },
  payment: {
    fr: 'Paiement par virement, à réception de la facture. Livraison offerte.',
    en: 'Payment by bank transfer on receipt of the invoice. Delivery is free.',
  },
  bankTransfer: { fr: 'Virement', en: 'Bank transfer' },
  placeOrder: { fr: 'Commander, {total}', en: 'Place the order, {total}' },
  totalChanged: {
    fr: 'Les prix ont changé entre-temps ; vérifiez le total.',
    en: 'Prices have changed meanwhile; please check the total.',
  },
  missing: { fr: 'À remplir : {fields}.', en: 'To be filled in: {fields}.' },
  thanks: {
    fr: 'Merci ! Votre commande porte le numéro {id}.',
    en: 'Thank you! Your order has the number {id}.',
  },
  orders: { fr: 'Mes commandes', en: 'My orders' },
  order: { fr: 'Commande {id}', en: 'Order {id}' },
  noOrders: { fr: 'Pas encore de commande.', en: 'No orders yet.' },
  documents: { fr: 'Mes documents', en: 'My documents' },
  noDocuments: { fr: 'Pas encore de document.', en: 'No documents yet.' },
  olderDocuments: { fr: 'Documents plus anciens', en: 'Earlier documents' },
  quote: { fr: 'Devis', en: 'Quote' },
  order_document: { fr: 'Commande', en: 'Order' },
  delivery_note: { fr: 'Bon de livraison', en: 'Delivery note' },
  invoice: { fr: 'Facture', en: 'Invoice' },
  credit_note: { fr: 'Avoir', en: 'Credit note' },
  other: { fr: 'Document', en: 'Document' },
  state: { fr: 'État :', en: 'State:' },
  history: { fr: 'Suivi', en: 'History' },
  parcels: { fr: 'Colis : {numbers}', en: 'Parcels: {numbers}' },
  notFound: { fr: 'Cette page n’existe pas.', en: 'This page does not exist.' },
  foreignForm: { fr: 'Ce formulaire ne vient pas de cette boutique.', en: 'This form is not of this shop.' },
  tooLong: { fr: 'Ce formulaire est trop long.', en: 'This form is too long.' },
  notNow: {
    fr: 'La boutique ne répond pas en ce moment. Réessayez dans un instant.',
    en: 'The shop does not answer at present. Please try again in a moment.',
  },
  payee: { fr: 'Payée', en: 'Paid' },
  en_attente_paiement: { fr: 'En attente de paiement', en: 'Awaiting payment' },
  en_preparation: { fr: 'En préparation', en: 'In preparation' },
  expediee: { fr: 'Expédiée', en: 'Dispatched' },
  annulee: { fr: 'Annulée', en: 'Cancelled' },
} as const satisfies Readonly<Record<string, Readonly<Record<Language, string>>>>;

export type Word = keyof typeof WORDS;
export type Say = (word: Word, values?: Readonly<Record<string, string>>) => string;

export const isLanguage = (text: string): text is Language => LANGUAGES.some((language) => language === text);
const isWord = (text: string): text is Word => Object.hasOwn(WORDS, text);

export const sayIn =
  (language: Language): Say =>
  (word, values = {}) =>
    WORDS[word][language].replace(/\{(\w+)\}/g, (all, name: string) => values[name] ?? all);

/** An order's state in words, where it is one that we know; states are the shop's own. */
export const stateWord = (say: Say, state: string): string => (isWord(state) ? say(state) : state);

/** The first of `Accept-Language` that we have. */
export function languageFrom(header: string | undefined, otherwise: Language): Language {
  const asked = (header ?? '').split(',').map((part) => part.trim().slice(0, 2).toLowerCase());
  return asked.find(isLanguage) ?? otherwise;
}

/** An exact amount in euros; a unit price may have up to four decimals. */
export function formatMoney(language: Language, amount: string): string {
  const format = new Intl.NumberFormat(language, {
    style: 'currency',
    currency: 'EUR',
    maximumFractionDigits: 4,
    minimumFractionDigits: 2,
  });
  return isNumber(amount) ? format.format(amount) : amount;
}

export const formatPercent = (language: Language, rate: string): string =>
  isNumber(rate) ? `${new Intl.NumberFormat(language).format(rate)} %` : rate;

const isNumber = (text: string): text is `${number}` => /^-?\d+(\.\d+)?$/.test(text);
