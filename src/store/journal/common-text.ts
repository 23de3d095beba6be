/**
 * What messages of the protocol have in common, as JSON writes it: in a short one, deflate has little else to refer to. The most
 * frequent stands at the end, where referring to it is cheapest. Payloads are stored by it: it is never edited. Another one is
 * another mark in `payload.ts`.
 */
export const COMMON_TEXT = [
  // Price rules.
  '<add_grilles><grilles><grille src=\\"palier_clitar\\" ref=\\"TF00001\\"><id_product></id_product><id_customer></id_customer><customer_groups></customer_groups>',
  '<qty_from>1</qty_from><currency></currency><country></country><price>0</price><reduction>10</reduction><reduction_type>percent</reduction_type>',
  '<date_from>0000-00-00 00:00:00</date_from><date_to></date_to></grille>',
  // Customers.
  '<add_customer><clients><client identifiant=\\"CLI00001\\"><codetiers></codetiers><nom></nom><prenom></prenom><societe></societe><telephone>01 </telephone>',
  '<portable>06 </portable><email></email><siret></siret><commercial></commercial><conditionreglementid>30</conditionreglementid><conditionreglement>',
  '</conditionreglement><catégorietarifaire></catégorietarifaire><tauxderemise>0</tauxderemise><tiers_actif>1</tiers_actif><secteur></secteur><contacts><contact>',
  '<contact_actif>1</contact_actif></contact></contacts><livraisons><livraison><adresse>rue de </adresse><codepostal></codepostal><ville></ville><pays>FR</pays>',
  '</livraison></livraisons><facturations><facturation></facturation></facturations></client></clients>',
  // Orders.
  '<id>1</id>\\n<current_state>payee</current_state></order>\\n<order><livraison><pays>FR</pays><company/><lastname></lastname><firstname></firstname><address1>',
  '</address1><address2/><postcode></postcode><city></city><phone/><phone_mobile>06 </phone_mobile></livraison><facturation></facturation><client><id></id>',
  '<code_erp></code_erp><email></email></client><commande><date_add>2026-01-01 00:00:00</date_add><currency>EUR</currency><payment>Carte bancaire</payment>',
  '<total_discounts>0</total_discounts><total_discounts_tax_incl>0</total_discounts_tax_incl><total_discounts_tax_excl>0</total_discounts_tax_excl><total_paid>',
  '</total_paid><total_products></total_products><total_products_wt></total_products_wt><total_shipping></total_shipping><carrier_tax_rate>20</carrier_tax_rate>',
  '<livreur></livreur><reference>WEB-2026-</reference></commande><produits><product><product_reference></product_reference><product_quantity>1</product_quantity>',
  '<product_name></product_name><product_price></product_price><tva_rate>20</tva_rate><ecotax>0</ecotax></product></produits></order>',
  // Products.
  '<gammes><Couleur><name>Couleur</name><value></value><quantity>0</quantity><weight>0</weight></Couleur><Taille><name>Taille</name></Taille></gammes>',
  '<CategoriesTarifs><CategoriesTarif><Nom></Nom><Prix></Prix></CategoriesTarif></CategoriesTarifs><marque></marque><rayon></rayon><fournisseur></fournisseur>',
  '<largeur></largeur><hauteur></hauteur><profondeur></profondeur><desc_longue>&lt;div&gt;&lt;p&gt;&lt;/p&gt;&lt;/div&gt;</desc_longue><meta_title>',
  '</meta_title><meta_description></meta_description><meta_keywords></meta_keywords><ecotaxe>0</ecotaxe><actif>1</actif><disponible>1</disponible>',
  '<categories_name_0></categories_name_0><categories_name_1></categories_name_1><image></image>',
  '","largeur":"","hauteur":"","profondeur":"","desc_longue":"<p></p>","meta_title":"","meta_description":"","meta_keywords":"","ecotaxe":"0","actif":"1",',
  '"disponible":"1","categories_name_0":"","categories_name_1":"","marque":"","nom":"","desc_courte":"","p_vente":"","stock":"0","tva":"20","poids":"","EAN13":"3"},',
  '"reply":"<?xml version=\\"1.0\\" encoding=\\"UTF-8\\"?>\\n<connecteur><error>produit  : « » vaut « » : rien n’est changé.</error></connecteur>\\n"}',
  '<resource>set_order_exported</resource><statut_final>en_preparation</statut_final>","variables":{"id":"","statut_final":"en_preparation"}',
  '{"request":"<?xml version=\\"1.0\\"?>\\n<connecteur><resource>add_product</resource><key>***</key><reference></reference><nom></nom><desc_courte></desc_courte>',
  '<EAN13>3</EAN13><poids>0.</poids><tva>20</tva><p_vente></p_vente><stock>0</stock></connecteur>\\n","variables":{"reference":"","stock":"0","p_vente":""},',
  '"reply":"<?xml version=\\"1.0\\" encoding=\\"UTF-8\\"?>\\n<connecteur><update_product/></connecteur>\\n"}',
].join('');
