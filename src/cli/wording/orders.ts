import type { Language } from '../../shop/wording.ts';

/** What `orders` says, and its help. */
interface OrdersWording {
  readonly help: Readonly<Record<'orders' | 'offer' | 'ids', string>>;
  offered(id: string): string;
}

const ENGLISH: OrdersWording = {
  help: {
    orders: 'what a person decides about orders',
    offer: 'offer orders to the ERP again, although it has confirmed them',
    ids: 'ids as orders_list gives them',
  },
  offered: (id) => `Order ${id} is offered again.`,
};

const FRENCH: OrdersWording = {
  help: {
    orders: 'ce qu’une personne décide des commandes',
    offer: 'propose à nouveau des commandes à l’ERP, bien qu’il les ait confirmées',
    ids: 'identifiants donnés par orders_list',
  },
  offered: (id) => `La commande ${id} est proposée à nouveau.`,
};

export const ORDERS_WORDING: Readonly<Record<Language, OrdersWording>> = { en: ENGLISH, fr: FRENCH };
