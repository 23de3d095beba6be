export interface Listed {
  readonly id: string;
  readonly reference: string;
}

interface ModelLine {
  readonly reference: string;
  readonly name: string;
  readonly quantity: number;
  /** Cents, without tax. */
  readonly price: number;
  /** Percent. */
  readonly rate: number;
}

export interface ModelPerson {
  readonly lastname: string;
  readonly firstname: string;
  readonly company: string;
  readonly city: string;
  readonly country: string;
}

export interface ModelOrder {
  readonly id: string;
  readonly placedAt: string;
  readonly person: ModelPerson;
  readonly lines: readonly ModelLine[];
  /** Cents, with tax. */
  readonly shipping: number;
  /** Cents, with tax. */
  readonly discount: number;
  state: string;
  exported: boolean;
}

interface ModelCustomer {
  readonly id: string;
  readonly person: ModelPerson;
  /** `yyyy-mm-dd`. */
  readonly changedOn: string;
}

/** All that the model remembers: as little as its replies can show. */
export interface ShopState {
  products: Listed[];
  options: Listed[];
  readonly orders: readonly ModelOrder[];
  readonly customers: readonly ModelCustomer[];
  /** Codes of customers, numbers of pieces that the ERP sent. */
  readonly received: Set<string>;
  nextId: number;
}

const PRODUCTS =
  'ACTI0001,CAFÉ 250/G,B&B-01,7412AG,BAVO0001,ATTA0001,VIS-M6,LAMPE_2,Thé vert,SAC-L,SAC-M,0042';
const OPTIONS = 'VOIT0010,VOIT0011,7412AGSVW,AB 12/L,AB 12/XL,CHÊNE-80,R&V-3';

const MARIE = person('Dupré', 'Marie', 'Bague’s en or', 'Metz', 'FR');
const JAN = person('Peeters', 'Jan', '', 'Liège', 'BE');
const ZOE = person('Noël', 'Zoé', 'Noël & Fils', 'Nancy', 'FR');

export function createState(): ShopState {
  const list = (references: string, from: number): Listed[] =>
    references.split(',').map((reference, index) => ({ id: String(from + index), reference }));
  return {
    products: list(PRODUCTS, 11),
    options: list(OPTIONS, 501),
    orders: createOrders(),
    customers: [
      { id: '71', person: MARIE, changedOn: '2019-03-22' },
      { id: '72', person: JAN, changedOn: '2021-11-05' },
      { id: '73', person: ZOE, changedOn: '2024-02-29' },
    ],
    received: new Set(),
    nextId: 9001,
  };
}

function person(
  lastname: string,
  firstname: string,
  company: string,
  city: string,
  country: string,
): ModelPerson {
  return { lastname, firstname, company, city, country };
}

function createOrders(): readonly ModelOrder[] {
  const lamp = { reference: 'LAMPE_2', name: 'Lampe de bureau', quantity: 2, price: 3677, rate: 20 };
  const coffee = {
    reference: 'CAFÉ 250/G',
    name: 'Café moulu & torréfié',
    quantity: 3,
    price: 415,
    rate: 5.5,
  };
  const sku = { reference: 'VOIT0010', name: 'Voiture bleue', quantity: 1, price: 5500, rate: 20 };
  const base = { shipping: 690, discount: 0, exported: false };
  return [
    {
      ...base,
      id: '1001',
      state: '2',
      placedAt: '2024-03-22 10:09:22',
      person: MARIE,
      lines: [lamp, coffee],
    },
    { ...base, id: '1002', state: '3', placedAt: '2024-03-23 08:00:00', person: JAN, lines: [sku] },
    {
      ...base,
      id: '1003',
      state: '2',
      placedAt: '2024-03-24 23:59:59',
      person: ZOE,
      lines: [coffee],
      discount: 131,
    },
    {
      ...base,
      id: '1004',
      state: '5',
      placedAt: '2024-03-25 12:30:00',
      person: ZOE,
      lines: [lamp, sku],
      shipping: 0,
    },
    { ...base, id: '1005', state: '3', placedAt: '2024-03-26 07:15:10', person: MARIE, lines: [coffee, sku] },
    {
      ...base,
      id: '1006',
      state: '5',
      placedAt: '2024-03-27 18:45:00',
      person: JAN,
      lines: [lamp],
      exported: true,
    },
  ];
}
