import type { Problem, Reason } from '../domain/problem.ts';

export type Language = 'fr' | 'en';
export const LANGUAGES: readonly Language[] = ['fr', 'en'];

/**
 * One sentence a reason and language: what is wrong, where, and what to do. `{name}` is replaced by the fact of that
 * name. `{where}` becomes the record (« product ABC : » / "product ABC: "), and nothing when no record is known.
 */
export const SENTENCES: Readonly<Record<Reason, Readonly<Record<Language, string>>>> = {
  key_missing: {
    fr: 'Clé absente : envoyez la variable « key » avec la clé de cette boutique.',
    en: 'No key: send the variable "key" with this shop’s key.',
  },
  key_wrong: {
    fr: 'Clé refusée : vérifiez la clé saisie dans le connecteur (« passerelle keys » en crée une nouvelle).',
    en: 'Wrong key: check the key in the connector ("passerelle keys" makes a new one).',
  },
  key_conflict: {
    fr: 'Deux clés différentes dans la même requête (variable POST et XML) : n’en envoyez qu’une.',
    en: 'Two different keys in one request (POST variable and XML): send one only.',
  },
  resource_missing: {
    fr: 'Ressource absente : envoyez la variable « resource » (par exemple products_list).',
    en: 'No resource: send the variable "resource" (products_list, for instance).',
  },
  resource_unknown: {
    fr: 'Ressource inconnue « {value} ». Ressources connues : {expected}.',
    en: 'Unknown resource "{value}". Known ones: {expected}.',
  },
  form_unreadable: {
    fr: 'Formulaire POST illisible : {expected}.',
    en: 'Unreadable POST form: {expected}.',
  },
  form_too_many_parts: {
    fr: 'Trop de variables dans le formulaire : {limit} au plus.',
    en: 'Too many variables in the form: {limit} at most.',
  },
  body_incomplete: {
    fr: 'La requête s’est interrompue avant sa fin ; rien n’a été enregistré.',
    en: 'The request broke off before its end; nothing was saved.',
  },
  body_too_large: {
    fr: 'Requête trop grande : {limit} octets au plus. Augmentez la limite « bodyBytes » ou envoyez en plusieurs fois.',
    en: 'Request too large: {limit} bytes at most. Raise the limit "bodyBytes", or send in several parts.',
  },
  body_too_slow: {
    fr: 'Requête trop lente : aucun octet reçu depuis {limit} secondes ; rien n’a été enregistré.',
    en: 'Request too slow: no byte for {limit} seconds; nothing was saved.',
  },
  compression_unknown: {
    fr: 'Compression inconnue « {value} » : 0 (aucune), 1 (zlib), 2 (bzip2) ou 3 (deflate).',
    en: 'Unknown compression "{value}": 0 (none), 1 (zlib), 2 (bzip2) or 3 (deflate).',
  },
  compression_broken: {
    fr: 'Données compressées illisibles ({expected}) : contenu abîmé, tronqué, ou « compression » mal indiquée.',
    en: 'Unreadable compressed data ({expected}): damaged, cut short, or "compression" is wrong.',
  },
  decompressed_too_large: {
    fr: 'Données trop grandes une fois décompressées : {limit} octets au plus (limite « decompressedBytes »).',
    en: 'Data too large once decompressed: {limit} bytes at most (limit "decompressedBytes").',
  },
  spool_full: {
    fr: 'Trop de données en attente de la clé : envoyez « key » et « resource » avant « data », ou réessayez.',
    en: 'Too much data waiting for its key: send "key" and "resource" before "data", or try again.',
  },
  xml_unreadable: {
    fr: 'XML illisible, ligne {line}, colonne {column} : {expected}.',
    en: 'Unreadable XML, line {line}, column {column}: {expected}.',
  },
  xml_mismatch: {
    fr: 'XML illisible, ligne {line}, colonne {column} : </{value}> trouvé, </{expected}> attendu.',
    en: 'Unreadable XML, line {line}, column {column}: found </{value}>, expected </{expected}>.',
  },
  xml_incomplete: {
    fr: 'XML interrompu, ligne {line}, colonne {column} : <{value}> n’est jamais fermé. Rien n’a été enregistré.',
    en: 'XML cut short, line {line}, column {column}: <{value}> is never closed. Nothing was saved.',
  },
  xml_empty: {
    fr: 'XML vide : la variable « data » ne contient aucun élément.',
    en: 'Empty XML: the variable "data" holds no element.',
  },
  no_record: {
    fr: 'Aucun <{expected}> dans le message : rien n’a été enregistré.',
    en: 'No <{expected}> in the message: nothing was saved.',
  },
  xml_trailing: {
    fr: 'XML illisible, ligne {line}, colonne {column} : un second document suit le premier.',
    en: 'Unreadable XML, line {line}, column {column}: a second document follows the first.',
  },
  xml_ambiguous_name: {
    fr: 'Nom d’élément ambigu « {value} », ligne {line}, colonne {column} : fermez-le explicitement.',
    en: 'Ambiguous element name "{value}", line {line}, column {column}: close it explicitly.',
  },
  xml_too_deep: {
    fr: 'XML trop profond, ligne {line}, colonne {column} : {limit} niveaux au plus.',
    en: 'XML too deep, line {line}, column {column}: {limit} levels at most.',
  },
  xml_name_too_long: {
    fr: 'Balise trop longue, ligne {line}, colonne {column} : {limit} octets au plus.',
    en: 'Tag too long, line {line}, column {column}: {limit} bytes at most.',
  },
  xml_field_too_long: {
    fr: 'Contenu de <{field}> trop long, ligne {line}, colonne {column} : {limit} caractères au plus.',
    en: 'Content of <{field}> too long, line {line}, column {column}: {limit} characters at most.',
  },
  field_missing: {
    fr: '{where}le champ « {field} » est obligatoire et manque.',
    en: '{where}the field "{field}" is required and missing.',
  },
  not_a_number: {
    fr: '{where}« {field} » vaut « {value} » : un nombre est attendu, par exemple 12.50.',
    en: '{where}"{field}" is "{value}": expected a number such as 12.50.',
  },
  not_a_date: {
    fr: '{where}« {field} » vaut « {value} » : une date est attendue, par exemple 2024-03-22 10:09:22.',
    en: '{where}"{field}" is "{value}": expected a date such as 2024-03-22 10:09:22.',
  },
  not_a_boolean: {
    fr: '{where}« {field} » vaut « {value} » : 1 ou 0 est attendu.',
    en: '{where}"{field}" is "{value}": expected 1 or 0.',
  },
  not_in_list: {
    fr: '{where}« {field} » vaut « {value} » ; valeurs possibles : {expected}.',
    en: '{where}"{field}" is "{value}"; possible values: {expected}.',
  },
  not_an_image: {
    fr: '{where}« {field} » n’est pas une image reconnue (JPEG, PNG, GIF, WebP, BMP ou TIFF).',
    en: '{where}"{field}" is no image that is known (JPEG, PNG, GIF, WebP, BMP or TIFF).',
  },
  not_base64: {
    fr: '{where}« {field} » n’est pas du base64 valide.',
    en: '{where}"{field}" is no valid base64.',
  },
  not_a_file: {
    fr: '{where}« {field} » n’est ni un PDF ni du HTML.',
    en: '{where}"{field}" is neither a PDF nor HTML.',
  },
  limit_unreadable: {
    fr: '« limit » vaut « {value} » : « début,nombre » ou « nombre » est attendu, par exemple 0,500.',
    en: '"limit" is "{value}": expected "start,count" or "count", such as 0,500.',
  },
  value_too_long: {
    fr: '{where}« {field} » est trop long : {limit} caractères au plus.',
    en: '{where}"{field}" is too long: {limit} characters at most.',
  },
  value_conflict: {
    fr: '{where}« {field} » est dit deux fois avec des valeurs différentes (« {value} », « {expected} »).',
    en: '{where}"{field}" is said twice with different values ("{value}", "{expected}").',
  },
  entries_too_many: {
    fr: '{where}« {field} » a trop d’éléments : {limit} au plus.',
    en: '{where}"{field}" has too many elements: {limit} at most.',
  },
  name_unwritable: {
    fr: '{where}« {field} » ne peut pas être un nom d’élément XML.',
    en: '{where}"{field}" cannot be the name of an XML element.',
  },
  remote_error: {
    fr: 'La boutique répond : {value}',
    en: 'The shop answers: {value}',
  },
  reply_unexpected: {
    fr: 'Réponse inattendue : <{value}> au lieu de <connecteur>. Vérifiez l’adresse du webservice.',
    en: 'Unexpected reply: <{value}> instead of <connecteur>. Check the address of the webservice.',
  },
  reference_unknown: {
    fr: 'Référence inconnue « {record} » : créez d’abord le produit avec add_product.',
    en: 'Unknown reference "{record}": create the product with add_product first.',
  },
  order_unknown: {
    fr: 'Commande inconnue « {record} » : utilisez un identifiant donné par orders_list.',
    en: 'Unknown order "{record}": use an id that orders_list gave.',
  },
  variant_of_itself: {
    fr: '{where}la référence « {value} » ne peut pas être une déclinaison d’elle-même.',
    en: '{where}the reference "{value}" cannot be a variant of itself.',
  },
  reference_is_parent: {
    fr: '{where}« {value} » : un produit a des déclinaisons ou en est une, pas les deux.',
    en: '{where}"{value}": a product has variants or is one, not both.',
  },
  records_refused: {
    fr: '{saved} enregistrés, {refused} refusés.',
    en: '{saved} saved, {refused} refused.',
  },
  configuration_refused: {
    fr: 'Configuration refusée ({value}) :',
    en: 'Configuration refused ({value}):',
  },
  configuration_unreadable: {
    fr: 'Fichier de configuration illisible ({value}) : {expected}.',
    en: 'Unreadable configuration file ({value}): {expected}.',
  },
  configuration_ambiguous: {
    fr: 'Deux fichiers de configuration : {value}. Gardez-en un, ou choisissez avec --config.',
    en: 'Two configuration files: {value}. Keep one, or choose with --config.',
  },
  configuration_key_unknown: {
    fr: 'clé inconnue « {field} » : {expected}.',
    en: 'unknown key "{field}": {expected}.',
  },
  configuration_key_invalid: {
    fr: '« {field} » : {expected}.',
    en: '"{field}": {expected}.',
  },
  shop_unknown: {
    fr: 'Boutique inconnue « {value} ». Boutiques configurées : {expected}.',
    en: 'Unknown shop "{value}". Configured ones: {expected}.',
  },
  nothing_stored: {
    fr: 'Aucune donnée dans {value} : importez (« passerelle import --sample »), démarrez le serveur, ou indiquez --data.',
    en: 'No data in {value}: import some ("passerelle import --sample"), start the server, or give --data.',
  },
  access_key_unknown: {
    fr: 'Aucune clé valide n’a l’identifiant « {value} » (voir « passerelle keys »).',
    en: 'No valid key has the id "{value}" (see "passerelle keys").',
  },
  exchange_unknown: {
    fr: 'Aucun échange « {value} » dans le journal.',
    en: 'No exchange "{value}" in the journal.',
  },
  file_unreadable: {
    fr: 'Fichier illisible ({value}) : {expected}.',
    en: 'Unreadable file ({value}): {expected}.',
  },
  file_unwritable: {
    fr: 'Écriture impossible ({value}) : {expected}.',
    en: 'Cannot write ({value}): {expected}.',
  },
  file_kind_unknown: {
    fr: '{value} : {expected}.',
    en: '{value}: {expected}.',
  },
  option_invalid: {
    fr: 'L’option {field} vaut « {value} » : {expected}.',
    en: 'The option {field} is "{value}": {expected}.',
  },
  record_unreadable: {
    fr: 'enregistrement illisible : {expected}.',
    en: 'unreadable record: {expected}.',
  },
  record_too_long: {
    fr: 'enregistrement trop long : {limit} octets au plus (un guillemet jamais fermé ?).',
    en: 'record too long: {limit} bytes at most (a quote that is never closed?).',
  },
  column_missing: {
    fr: 'Aucune colonne ne donne « {field} ». Colonnes lues : {value}. Noms reconnus : {expected}.',
    en: 'No column gives "{field}". Columns read: {value}. Known names: {expected}.',
  },
  field_unknown: {
    fr: '{where}champ inconnu « {field} » ; {expected}.',
    en: '{where}unknown field "{field}"; {expected}.',
  },
  field_type: {
    fr: '{where}« {field} » vaut {value} : {expected} est attendu.',
    en: '{where}"{field}" is {value}: expected {expected}.',
  },
  totals_mismatch: {
    fr: '{where}« {field} » vaut {value} au lieu de {expected} (produits TTC + port TTC − remise TTC).',
    en: '{where}"{field}" is {value} instead of {expected} (products + shipping − discount, tax included).',
  },
  unexpected: {
    fr: 'Erreur inattendue : {value}. Le détail s’affiche avec PASSERELLE_DEBUG=1.',
    en: 'Unexpected error: {value}. PASSERELLE_DEBUG=1 shows the details.',
  },
  unsupported: {
    fr: 'Cette boutique ne gère pas « {field} ».',
    en: 'This shop cannot keep "{field}".',
  },
  shop_unavailable: {
    fr: 'La boutique ne répond pas ({value}). La synchronisation s’arrête ; la prochaine reprendra ce qui reste.',
    en: 'The shop does not answer ({value}). The run stops; the next one takes up what is left.',
  },
  source_unavailable: {
    fr: 'Données de l’ERP inaccessibles ({value}). La synchronisation s’arrête ; la prochaine reprendra ce qui reste.',
    en: 'The ERP’s data cannot be reached ({value}). The run stops; the next one takes up what is left.',
  },
  source_empty: {
    fr: '« {value} » ne contient rien à échanger ; attendu : {expected}.',
    en: '"{value}" holds nothing to exchange; expected: {expected}.',
  },
  query_refused: {
    fr: 'La requête SQL « {field} » est refusée par la base : {value}.',
    en: 'The database refuses the SQL query "{field}": {value}.',
  },
  driver_missing: {
    fr: 'Le pilote « {value} » n’est pas installé : npm install {value}.',
    en: 'The driver "{value}" is not installed: npm install {value}.',
  },
  run_under_way: {
    fr: 'Une synchronisation de cette boutique est déjà en cours (processus {value}).',
    en: 'A run for this shop is already under way (process {value}).',
  },
  run_interrupted: {
    fr: 'Synchronisation interrompue ; la prochaine reprendra ce qui reste.',
    en: 'The run was interrupted; the next one takes up what is left.',
  },
  check_failed: {
    fr: 'Contrôle non réussi : {refused} échec(s).',
    en: 'The check did not pass: {refused} failure(s).',
  },
  store_unavailable: {
    fr: 'Base de données momentanément indisponible ; rien n’a été enregistré, réessayez.',
    en: 'The database is unavailable for now; nothing was saved, try again.',
  },
  store_full: {
    fr: 'Disque plein : rien n’a été enregistré. Libérez de la place, puis réessayez.',
    en: 'Disk full: nothing was saved. Make room, then try again.',
  },
  database_newer: {
    fr: 'La base de données vient d’une version plus récente de Passerelle (migration « {value} ») : lancez cette version, ou restaurez une sauvegarde.',
    en: 'A newer Passerelle made this database (migration "{value}"): start that version, or restore a backup.',
  },
  store_not_empty: {
    fr: 'La base de destination contient déjà des données (table {value}) : indiquez une base vide.',
    en: 'The target store already holds data (table {value}): name an empty one.',
  },
  store_changed: {
    fr: 'Quelqu’un a écrit dans la boutique pendant la copie (table {value}) : arrêtez le serveur et recommencez ; rien n’a été copié.',
    en: 'Somebody wrote to the shop during the copy (table {value}): stop the server and start again; nothing was copied.',
  },
  copy_differs: {
    fr: 'La copie diffère de l’original (table {value}) ; rien n’a été copié.',
    en: 'The copy differs from its original (table {value}); nothing was copied.',
  },
  internal: {
    fr: 'Erreur interne ; rien n’a été enregistré. Échange {exchange}.',
    en: 'Internal error; nothing was saved. Exchange {exchange}.',
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
  email_unknown: {
    fr: '{where}aucun client n’a l’adresse « {value} » ; le document est gardé.',
    en: '{where}no customer has the address "{value}"; the document is kept.',
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
};

/** The sentence for a problem, with the first few details of a bulk message's refusals behind it. */
export function describe(problem: Problem, language: Language): string {
  const facts: Readonly<Record<string, unknown>> = { ...problem, where: place(problem, language) };
  const sentence = SENTENCES[problem.reason][language].replace(/\{(\w+)\}/g, (_, name: string) =>
    String(facts[name] ?? '?'),
  );
  const details = problem.details?.map((detail) => describe(detail, language)) ?? [];
  return [fileAndLine(problem) + sentence, ...details].join(' ');
}

/** As compilers write it: `articles.csv:12: `. */
function fileAndLine({ file, line }: Problem): string {
  if (file === undefined) return '';
  return line === undefined ? `${file}: ` : `${file}:${line}: `;
}

function place({ entity, record, file, line }: Problem, language: Language): string {
  if (record === undefined && (line === undefined || file !== undefined)) return '';
  const position = record ?? `${language === 'fr' ? 'ligne' : 'line'} ${line}`;
  const colon = language === 'fr' ? ' : ' : ': ';
  return `${entity === undefined ? '' : `${entity} `}${position}${colon}`;
}
