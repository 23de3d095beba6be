import type { Edition, EditionName, ErpName, ErpProfile } from './profile.ts';

/** What is not known of an ERP is as here: nothing that the protocol can say is left out. */
const GENERIC: ErpProfile = {
  name: 'generic',
  title: 'ERP',
  gammes: true,
  categoryPrices: true,
  priceRuleSources: [],
  customFieldPrefix: '',
  documentPrefixes: { quote: 'DE', order: 'BC', delivery_note: 'BL', invoice: 'FA', credit_note: 'AV' },
  documentFile: 'application/pdf',
  clientPerContact: false,
  orderGammes: true,
};

/** Prices by category in the product, and gammes in an order's lines, are for Sage alone (seed §7, §11). */
const NOT_SAGE = { ...GENERIC, categoryPrices: false, orderGammes: false } as const;

const EBP = {
  ...NOT_SAGE,
  documentPrefixes: { ...GENERIC.documentPrefixes, order: 'CM' },
} as const;

/** One article is one product or one option: these know no gammes (seed §3). */
const WITHOUT_GAMMES = { ...NOT_SAGE, gammes: false, documentFile: 'text/html' } as const;

/** Each ERP that the specification names (seed §2); docs/erp-profiles.md says where each fact is from. */
export const ERP_PROFILES: Readonly<Record<ErpName, ErpProfile>> = {
  generic: GENERIC,
  'ebp-v17': { ...EBP, name: 'ebp-v17', title: 'EBP v17', categoryLevels: 3 },
  'ebp-open-line': {
    ...EBP,
    name: 'ebp-open-line',
    title: 'EBP Gestion commerciale Open Line',
    categoryLevels: 2,
    customFieldPrefix: 'xx_',
    clientPerContact: true,
  },
  'sage-100': { ...GENERIC, name: 'sage-100', title: 'Sage 100', documentFile: 'text/html' },
  wavesoft: {
    ...NOT_SAGE,
    name: 'wavesoft',
    title: 'Wavesoft',
    customFieldPrefix: 'xx_',
    documentFile: 'text/html',
  },
  ciel: { ...WITHOUT_GAMMES, name: 'ciel', title: 'Ciel' },
  cogilog: { ...WITHOUT_GAMMES, name: 'cogilog', title: 'Cogilog' },
  apinegoce: { ...WITHOUT_GAMMES, name: 'apinegoce', title: 'ApiNégoce' },
};

const STANDARD: Edition = {
  name: 'standard',
  gammes: false,
  tracking: false,
  salesDocuments: false,
  categoryPrices: false,
  orderCurrencyAndType: false,
  customers: false,
  priceRules: false,
  documentPush: false,
};
const PRO: Edition = { ...STANDARD, name: 'pro', gammes: true, tracking: true, salesDocuments: true };
const PLUS: Edition = { ...PRO, name: 'plus', categoryPrices: true, orderCurrencyAndType: true };
const B2B: Edition = { ...PLUS, name: 'b2b', customers: true, priceRules: true, documentPush: true };

/** The connector's editions, each with what the ones before it do (docs/erp-profiles.md). */
export const EDITIONS: Readonly<Record<EditionName, Edition>> = {
  standard: STANDARD,
  pro: PRO,
  plus: PLUS,
  b2b: B2B,
};
