type Words = readonly [string, ...string[]];

/** An axis of gammes: `{ name: 'Couleur', values }`. */
export interface GammeAxis {
  readonly name: string;
  readonly values: Words;
}

/** A family of articles of a French shop. */
export interface Family {
  readonly name: string;
  /** First letters of its articles' codes. */
  readonly code: string;
  readonly subfamilies: Words;
  readonly nouns: Words;
  readonly kinds: Words;
  readonly english: string;
  /** Hundredths of a percent: 2000 is 20 %. */
  readonly taxRate: number;
  /** Cents, excluding tax. */
  readonly prices: readonly [least: number, most: number];
  /** Grams. */
  readonly weights: readonly [least: number, most: number];
  /** Cents a unit; 0 for none. */
  readonly ecotax: number;
  readonly axes: readonly [GammeAxis, ...GammeAxis[]];
}

const COLOUR: GammeAxis = {
  name: 'Couleur',
  values: ['Noir', 'Écru', 'Bleu nuit', 'Noir & blanc', 'Rouge carmin', 'Vert d’eau', 'Gris chiné'],
};
const SIZE: GammeAxis = { name: 'Taille', values: ['XS', 'S', 'M', 'L', 'XL', 'XXL'] };
const SHOE_SIZE: GammeAxis = { name: 'Pointure', values: ['36', '37', '38', '39', '40', '41 1/3', '42'] };
const PACK: GammeAxis = {
  name: 'Conditionnement',
  values: ['250 g', '500 g', '1 kg', 'Lot de 3', 'Carton de 12'],
};
const VOLUME: GammeAxis = { name: 'Contenance', values: ['37,5 cl', '75 cl', 'Magnum 1,5 l'] };
const VINTAGE: GammeAxis = { name: 'Millésime', values: ['2019', '2020', '2021', '2022'] };
const DIAMETER: GammeAxis = { name: 'Diamètre', values: ['Ø 4', 'Ø 6', 'Ø 8', 'Ø 10', 'Ø 12'] };
const FORMAT: GammeAxis = { name: 'Format', values: ['A5', 'A4', 'A3', '17 x 22'] };

export const FAMILIES: readonly [Family, ...Family[]] = [
  {
    name: 'Vêtements',
    code: 'VET',
    subfamilies: ['Polos & t-shirts', 'Vestes', 'Pantalons'],
    nouns: ['Polo', 'T-shirt', 'Veste', 'Pantalon', 'Chemise', 'Pull'],
    kinds: ['en coton', 'imperméable', 'd’été', 'col « officier »', 'manches ¾'],
    english: 'Clothing',
    taxRate: 2000,
    prices: [990, 14900],
    weights: [120, 1800],
    ecotax: 0,
    axes: [COLOUR, SIZE],
  },
  {
    name: 'Chaussures',
    code: 'CHA',
    subfamilies: ['Ville', 'Randonnée', 'Sécurité'],
    nouns: ['Derby', 'Bottine', 'Basket', 'Sabot', 'Sandale'],
    kinds: ['en cuir', 'à lacets', 'semelle crêpe', 'norme S3'],
    english: 'Shoes',
    taxRate: 2000,
    prices: [2990, 18900],
    weights: [400, 2200],
    ecotax: 0,
    axes: [SHOE_SIZE, COLOUR],
  },
  {
    name: 'Épicerie',
    code: 'EPI',
    subfamilies: ['Thés & cafés', 'Confitures', 'Huiles et vinaigres'],
    nouns: ['Thé vert', 'Café moulu', 'Confiture', 'Huile d’olive', 'Miel', 'Sablés'],
    kinds: ['à l’ancienne', 'de la Drôme', 'bio', 'pur beurre', '« réserve »'],
    english: 'Grocery',
    taxRate: 550,
    prices: [190, 3990],
    weights: [100, 2500],
    ecotax: 0,
    axes: [PACK],
  },
  {
    name: 'Vins et spiritueux',
    code: 'VIN',
    subfamilies: ['Rouges', 'Blancs', 'Rosés'],
    nouns: ['Bordeaux', 'Côtes-du-Rhône', 'Chablis', 'Cidre brut', 'Crémant'],
    kinds: ['vieilles vignes', 'cuvée du château', 'demi-sec', 'élevé en fût'],
    english: 'Wine',
    taxRate: 2000,
    prices: [450, 8900],
    weights: [700, 3200],
    ecotax: 0,
    axes: [VINTAGE, VOLUME],
  },
  {
    name: 'Outillage',
    code: 'OUT',
    subfamilies: ['Électroportatif', 'À main', 'Mesure'],
    nouns: ['Foret', 'Perceuse', 'Mètre ruban', 'Clé à molette', 'Scie égoïne', 'Marteau'],
    kinds: ['pro', '18 V', 'manche bi-matière', 'béton & pierre', '1/4"'],
    english: 'Tools',
    taxRate: 2000,
    prices: [290, 32900],
    weights: [80, 6500],
    ecotax: 42,
    axes: [DIAMETER],
  },
  {
    name: 'Papeterie & bureau',
    code: 'PAP',
    subfamilies: ['Cahiers', 'Écriture', 'Classement'],
    nouns: ['Cahier', 'Stylo', 'Classeur', 'Chemise à rabats', 'Bloc-notes'],
    kinds: ['96 pages', 'à spirale', 'grands carreaux', 'recyclé', 'pointe fine'],
    english: 'Stationery',
    taxRate: 2000,
    prices: [95, 2490],
    weights: [15, 1500],
    ecotax: 0,
    axes: [FORMAT, COLOUR],
  },
  {
    name: 'Librairie',
    code: 'LIV',
    subfamilies: ['Cuisine', 'Jeunesse', 'Beaux-arts'],
    nouns: ['Livre « Épices du placard »', 'Atlas', 'Roman', 'Guide de randonnée'],
    kinds: ['broché', 'relié', 'nouvelle édition', 'illustré'],
    english: 'Books',
    taxRate: 550,
    prices: [480, 4990],
    weights: [150, 2100],
    ecotax: 0,
    axes: [FORMAT],
  },
  {
    name: 'Presse',
    code: 'PRE',
    subfamilies: ['Quotidiens', 'Revues'],
    nouns: ['Revue', 'Hors-série', 'Magazine'],
    kinds: ['du mois', 'de l’été', 'spécial Noël'],
    english: 'Press',
    taxRate: 210,
    prices: [150, 1290],
    weights: [50, 600],
    ecotax: 0,
    axes: [FORMAT],
  },
  {
    name: 'Jardin',
    code: 'JAR',
    subfamilies: ['Plantes', 'Bois de chauffage', 'Semences'],
    nouns: ['Rosier', 'Lavande', 'Bûches', 'Graines de tomates', 'Olivier'],
    kinds: ['en pot', 'variété ancienne', 'calibrées', 'résistant au gel'],
    english: 'Garden',
    taxRate: 1000,
    prices: [210, 12900],
    weights: [20, 20000],
    ecotax: 0,
    axes: [PACK],
  },
  {
    name: 'Petit électroménager',
    code: 'ELE',
    subfamilies: ['Cuisine', 'Entretien', 'Beauté'],
    nouns: ['Bouilloire', 'Grille-pain', 'Aspirateur', 'Sèche-cheveux', 'Mixeur'],
    kinds: ['1 200 W', 'inox', 'sans fil', 'très silencieux (< 60 dB)'],
    english: 'Appliances',
    taxRate: 2000,
    prices: [1490, 39900],
    weights: [500, 7500],
    ecotax: 125,
    axes: [COLOUR],
  },
];
