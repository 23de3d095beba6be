import type { RequirementId } from '../requirements/requirements.ts';
import { DECLARATION, element, escapeXml, type Message } from '../session/message.ts';

interface VariedProduct {
  readonly id: RequirementId;
  /** Of the reference. */
  readonly suffix: string;
  messageOf(reference: string): Message;
}

/** A PNG of one pixel. */
const IMAGE = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII=';

const named = (reference: string) => ({ reference, nom: 'Passerelle check', p_vente: '12.50' });

/** A document of its own making; reference and name stand in POST too, as the connector sends them. */
const written = (reference: string, inner: string): Message => ({
  fields: { reference, name: 'Passerelle check' },
  data: `${DECLARATION}<connecteur>${element('reference', reference)}${inner}</connecteur>`,
});

/** The specification's example of translations (§16) but for its reference: bare `<>`, quotes, half an escape. */
const TRANSLATIONS_EXAMPLE = `
  <id_tax_rules_group>1</id_tax_rules_group>
  <quantity>1</quantity>
  <price>36.77</price>
  <name>FIGURINE HYBRIDE 2 et pourcent'z</name>
  <traductions>
    <en-gb>
      <name>English titre 2 et pourcent'z</name>
      <description> English desc \\b2<>%;=#{"z&lt;br /&gt;</description>
      <description_short> English desc \\b2<>%;=#{"z&lt;br /&gt;</description_short>
    </en-gb>
  </traductions>
  <weight>0</weight>
  <description>;</description>
  <description_short>;</description_short>
  <active>1</active>
`;

export const VARIED_PRODUCTS: readonly VariedProduct[] = [
  {
    id: 'add-product.prestashop-names',
    suffix: 'P3',
    messageOf: (reference) => ({
      fields: {
        reference,
        name: 'Passerelle check',
        price: '9.90',
        quantity: '4',
        weight: '0.5',
        active: '0',
      },
    }),
  },
  {
    id: 'add-product.translations',
    suffix: 'P4',
    messageOf: (reference) => ({
      fields: named(reference),
      xml: '<traductions><en-gb><name>English name</name><description>Text</description></en-gb></traductions>',
    }),
  },
  {
    id: 'add-product.category-prices',
    suffix: 'P5',
    messageOf: (reference) => ({
      fields: named(reference),
      xml: '<CategoriesTarifs><CategoriesTarif><Nom>Grossistes</Nom><Prix>312</Prix></CategoriesTarif></CategoriesTarifs>',
    }),
  },
  {
    id: 'add-product.image',
    suffix: 'P6',
    messageOf: (reference) => ({
      fields: named(reference),
      post: [{ name: 'image', value: Buffer.from(IMAGE, 'base64'), fileName: 'image.png' }],
      note: { fr: 'image en partie de fichier', en: 'image as a file part' },
    }),
  },
  {
    id: 'add-product.image',
    suffix: 'P7',
    messageOf: (reference) => ({
      fields: { ...named(reference), image: IMAGE },
      note: { fr: 'image en base64', en: 'image as base64' },
    }),
  },
  {
    id: 'add-product.markup',
    suffix: 'P8',
    messageOf: (reference) => written(reference, TRANSLATIONS_EXAMPLE),
  },
  {
    id: 'add-product.markup',
    suffix: 'P9',
    messageOf: (reference) =>
      written(
        reference,
        `<name>Vis & écrous</name><price>0</price><description> Article gamme<br /></description><active>0</active>`,
      ),
  },
  {
    id: 'add-product.entities',
    suffix: 'P10',
    messageOf: (reference) =>
      written(reference, '<name>&Eacute;t&eacute;&nbsp;: t&#xAD25; d&#0;Or</name><price>1</price>'),
  },
  {
    id: 'add-product.windows-1252',
    suffix: 'P11',
    messageOf: (reference) => ({
      fields: { reference },
      data: Buffer.from(
        `<?xml version="1.0"?><connecteur><reference>${escapeXml(reference)}</reference><nom>Caf\xe9 cr\xe8me</nom><p_vente>2.50</p_vente></connecteur>`,
        'latin1',
      ),
      note: { fr: 'data en Windows-1252', en: 'data in Windows-1252' },
    }),
  },
  {
    id: 'add-product.unknown-elements',
    suffix: 'P12',
    messageOf: (reference) => ({
      fields: { ...named(reference), xx_couleur: 'bleu' },
      xml: '<xx_libre><detail>1</detail></xx_libre>',
    }),
  },
];
