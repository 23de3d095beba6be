import type { Sentences } from './sentence.ts';

/** Worth a word, but no error. */
export const REMARKS = {
  hook_dropped: {
    fr: '{where}écarté par la transformation {hook} : {expected}',
    en: '{where}dropped by the transformation {hook}: {expected}',
  },
  empty_ignored: {
    fr: '{where}« {field} » est vide : la valeur en place est gardée.',
    en: '{where}"{field}" is empty: the stored value is kept.',
  },
  rival_ignored: {
    fr: '{where}« {field} » est dit deux fois : « {expected} » est retenu, « {value} » ignoré.',
    en: '{where}"{field}" is said twice: "{expected}" is taken, "{value}" ignored.',
  },
  encoding_guessed: {
    fr: 'Le XML n’est pas en UTF-8 : lu comme {value}.',
    en: 'The XML is not UTF-8: read as {value}.',
  },
  already_exists: {
    fr: '{where}existait déjà : mis à jour.',
    en: '{where}existed already: updated.',
  },
  became_variant: {
    fr: '{where}« {value} » était un produit simple et devient une déclinaison.',
    en: '{where}"{value}" was a plain product and becomes a variant.',
  },
  moved_to_parent: {
    fr: '{where}la déclinaison « {value} » appartenait à « {expected} ».',
    en: '{where}the variant "{value}" belonged to "{expected}".',
  },
  duplicate_in_message: {
    fr: '{where}présent plusieurs fois dans le message : le dernier l’emporte.',
    en: '{where}stands in the message several times: the last wins.',
  },
  parked_unknown_product: {
    fr: '{where}produit encore inconnu « {value} » : gardé, effectif dès qu’il arrivera.',
    en: '{where}product "{value}" is not known yet: kept, takes effect once it comes.',
  },
  parked_unknown_customer: {
    fr: '{where}client encore inconnu « {value} » : gardé, effectif dès qu’il arrivera.',
    en: '{where}customer "{value}" is not known yet: kept, takes effect once it comes.',
  },
  tax_group_unmapped: {
    fr: '{where}groupe de taxes « {value} » sans correspondance configurée : le taux de TVA reste inchangé.',
    en: '{where}tax group "{value}" has no configured rate: the tax rate is left as it is.',
  },
  trailing_ignored: {
    fr: 'Du contenu suit la fin du document XML (ligne {line}) : ignoré.',
    en: 'Content follows the end of the XML document (line {line}): ignored.',
  },
  image_refused: {
    fr: '{where}image refusée, le reste est enregistré : format non reconnu (JPEG, PNG, GIF, WebP, BMP, TIFF).',
    en: '{where}image refused, the rest is saved: unknown format (JPEG, PNG, GIF, WebP, BMP, TIFF).',
  },
  customer_adopted: {
    fr: '{where}le client de la boutique « {value} » (même e-mail) reçoit ce code.',
    en: '{where}the shop’s customer "{value}" (same e-mail) receives this code.',
  },
  parked_unknown_group: {
    fr: '{where}aucun groupe d’utilisateurs ne s’appelle « {value} » : le prix est gardé, effectif au prochain envoi une fois le groupe créé.',
    en: '{where}no user group is called "{value}": the price is kept, and takes effect with the next message once the group is there.',
  },
  cms_reference_blank: {
    fr: '{where}référence vide ou entourée d’espaces : l’ERP ne peut pas la nommer. Corrigez-la dans le CMS.',
    en: '{where}the reference is empty or has spaces around it: the ERP cannot name it. Correct it in the CMS.',
  },
  cms_reference_twice: {
    fr: '{where}{value} enregistrements ont cette référence, aux espaces et à la casse près : n’en gardez qu’un.',
    en: '{where}{value} records have this reference, but for spaces and case: keep one.',
  },
  cms_variant_orphan: {
    fr: '{where}déclinaison sans parent (identifiant {value}) : rattachez-la ou supprimez-la dans le CMS, ou laissez l’ERP la nommer dans les gammes de son parent.',
    en: '{where}a variant without a parent (id {value}): give it one or delete it in the CMS, or let the ERP name it in its parent’s gammes.',
  },
  cms_variant_shapeless: {
    fr: '{where}déclinaison sans aucune valeur d’axe : aucun acheteur ne peut la choisir. Les gammes de l’ERP la complètent.',
    en: '{where}a variant without any axis’ value: no buyer can choose it. The ERP’s gammes complete it.',
  },
  cms_product_hidden: {
    fr: '{where}publié mais dans aucune catégorie : personne ne le voit. Le prochain envoi avec une catégorie le place.',
    en: '{where}published, but in no category: nobody sees it. The next message with a category places it.',
  },
  cms_prices_double: {
    fr: '{where}{value} prix pour le même groupe et la même quantité : le CMS en choisit un, l’ERP met à jour le premier. Supprimez les autres.',
    en: '{where}{value} prices for one group and one quantity: the CMS picks one, the ERP updates the first. Delete the others.',
  },
  cms_order_number_twice: {
    fr: '{where}{value} commandes portent ce numéro : le connecteur n’en voit que la dernière.',
    en: '{where}{value} orders have this number: the connector sees the last one only.',
  },
  cms_tree_broken: {
    fr: 'L’arbre des catégories est abîmé ({limit} places fausses) : il est réparé avec la prochaine catégorie que l’ERP crée, ou par le CMS (« reconstruire »).',
    en: 'The tree of categories is broken ({limit} wrong places): it is mended with the next category that the ERP makes, or by the CMS ("rebuild").',
  },
  rule_not_applied: {
    fr: '{where}règle gardée mais sans effet : la boutique n’a rien pour « {field} » = « {value} ».',
    en: '{where}the rule is kept but has no effect: the shop has nothing for "{field}" = "{value}".',
  },
  email_unknown: {
    fr: '{where}aucun client n’a l’adresse « {value} » ; le document est gardé.',
    en: '{where}no customer has the address "{value}"; the document is kept.',
  },
  field_not_kept: {
    fr: '{where}cette boutique ne garde pas « {field} » : laissé de côté, le reste est enregistré.',
    en: '{where}this shop does not keep "{field}": left out, the rest is saved.',
  },
  field_owned: {
    fr: '{where}« {field} » appartient à la boutique (réglage « owned ») : la valeur de l’ERP est ignorée, le reste est enregistré.',
    en: '{where}"{field}" belongs to the shop (setting "owned"): the ERP’s value is ignored, the rest is saved.',
  },
  field_not_emptied: {
    fr: '{where}« {field} » a toujours une valeur dans cette boutique : elle n’est pas effacée.',
    en: '{where}"{field}" always has a value in this shop: it is not cleared.',
  },
  number_rounded: {
    fr: '{where}« {field} » vaut {value} : cette boutique garde {expected}.',
    en: '{where}"{field}" is {value}: this shop keeps {expected}.',
  },
  category_path_too_deep: {
    fr: '{where}cette boutique a {limit} niveaux de catégories : « {value} » est raccourci.',
    en: '{where}this shop has {limit} category levels: "{value}" is cut short.',
  },
  file_not_included: {
    fr: '{where}« {field} » n’est pas dans le fichier : exportez avec --with-files pour l’emporter.',
    en: '{where}"{field}" is not in the file: export with --with-files to take it along.',
  },
  category_path_cut: {
    fr: '{where}cet ERP a {limit} niveaux de catégories : « {value} » est raccourci.',
    en: '{where}this ERP has {limit} category levels: "{value}" is cut short.',
  },
  state_rebuilt: {
    fr: 'L’état des synchronisations ({value}) était illisible : il est refait et tout est renvoyé.',
    en: 'The record of earlier runs ({value}) was unreadable: it is made anew and everything is sent again.',
  },
  gammes_left_out: {
    fr: '{where}cet ERP ou cette édition ne gère pas les gammes : les déclinaisons sont envoyées comme articles.',
    en: '{where}this ERP or this edition has no gammes: variants are sent as articles of their own.',
  },
  retired_skipped: {
    fr: '{where}règle retirée : non importée.',
    en: '{where}a retired rule: not imported.',
  },
} satisfies Sentences;
