import { createServer } from 'node:http';

/*
 * A webservice as a hurried web developer writes it, from the specification alone: it reads POST variables and never the
 * XML, knows no slices, gammes or customers, and says its errors as text. Nothing of this project is in it.
 */
const page = { 'content-type': 'text/xml; charset=utf-8' };
const address = `<pays>FR</pays><lastname>Petit</lastname><firstname>Anne</firstname><address1>3 rue Haute</address1>
  <postcode>54000</postcode><city>Nancy</city>`;

const list = (name: string, item: string, refs: string[]) =>
  `<${name}>${refs
    .map(
      (ref, i) =>
        `<${item}><id>${i + 1}</id><reference>${ref.replaceAll('&', '&amp;')}</reference></${item}>`,
    )
    .join('')}</${name}>`;

const orderXml = ({ id, price }: { id: string; price: number }) => `<order>
  <livraison>${address}</livraison><facturation>${address}</facturation>
  <client><id>7</id><lastname>Petit</lastname><firstname>Anne</firstname><email>anne@example.org</email></client>
  <commande><date_add>2024-05-1${id.at(-1)} 12:00:00</date_add><payment>CB</payment><total_discounts>0</total_discounts>
    <total_discounts_tax_incl>0</total_discounts_tax_incl><total_discounts_tax_excl>0</total_discounts_tax_excl>
    <total_paid>${price * 1.2 + 6}</total_paid><total_products>${price * 1.2}</total_products>
    <total_products_wt>${price}</total_products_wt><total_shipping>6</total_shipping>
    <carrier_tax_rate>20</carrier_tax_rate><livreur>La Poste</livreur></commande>
  <produits><product><product_reference>SAC</product_reference><product_quantity>1</product_quantity>
    <product_name>Sac</product_name><product_price>${price}</product_price><tva_rate>20</tva_rate></product></produits>
</order>`;

function createAnswer() {
  const products = ['ROBE-38', 'ROBE-40', 'SAC'];
  const options = ['ROBE-38-ROUGE', 'ROBE-38-BLEU', 'ROBE-40-BLEU'];
  const orders = [
    { id: '100', state: 'paid', price: 50 },
    { id: '101', state: 'paid', price: 20 },
    { id: '102', state: 'shipped', price: 10 },
  ];
  const actions: Record<string, (post: Record<string, string>) => string> = {
    products_list: () => list('products_list', 'product', products),
    options_list: () => list('options_list', 'option', options),
    orders_list: ({ filter }) =>
      `<orders_list>${orders
        .filter(({ state }) => !filter || filter.split(',').includes(state))
        .map(({ id, state }) => `<order><id>${id}</id><current_state>${state}</current_state></order>`)
        .join('')}</orders_list>`,
    orders: (post) =>
      orders.filter(({ id }) => id === post.id).map(orderXml)[0] ?? 'Erreur : commande introuvable',
    set_order_exported({ id, statut_final = 'shipped' }) {
      for (const order of orders) if (order.id === id) order.state = statut_final;
      return `<set_order_exported><id>${id}</id><statut_final>${statut_final}</statut_final></set_order_exported>`;
    },
    add_product({ reference }) {
      if (!reference) return 'Erreur : référence vide';
      if (!products.includes(reference)) products.push(reference);
      return '<add_product/>';
    },
    update_product: ({ reference = '' }) =>
      products.includes(reference) ? '<update_product/>' : 'Erreur : produit introuvable',
    update_option: ({ reference = '' }) =>
      options.includes(reference) ? '<update_option/>' : 'Erreur : option introuvable',
  };
  return (post: Record<string, string>) =>
    actions[post.resource ?? '']?.(post) ?? 'Erreur : ressource inconnue';
}

export function createStrangersShop(key: string) {
  const answer = createAnswer();
  return createServer(async (request, response) => {
    const type = request.headers['content-type'] ?? 'text/plain';
    const form = await new Response(request, { headers: { 'content-type': type } })
      .formData()
      .catch(() => []);
    const post = Object.fromEntries([...form].map(([name, value]) => [name, String(value)]));
    const text = post.key === key ? answer(post) : 'Erreur : mauvaise clef';
    response.writeHead(200, page);
    response.end(text.startsWith('<') ? `<?xml version="1.0"?>\n<connecteur>${text}</connecteur>` : text);
  });
}
