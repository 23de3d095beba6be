import type { Problem, Reason } from '../domain/problem.ts';
import { entityWord } from './entity-words.ts';

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
  token_refused: {
    fr: 'Jeton refusé : il manque, il est inconnu ou révoqué, ou il n’a pas le droit de cet appel. Envoyez « Authorization: Bearer JETON » (« passerelle tokens » en crée un).',
    en: 'Token refused: it is missing, unknown or revoked, or may not make this call. Send "Authorization: Bearer TOKEN" ("passerelle tokens" makes one).',
  },
  login_refused: {
    fr: 'Nom ou mot de passe incorrect.',
    en: 'Wrong name or password.',
  },
  login_crowded: {
    fr: 'Trop de connexions en même temps : réessayez dans quelques secondes.',
    en: 'Too many logins at the same time: try again in a few seconds.',
  },
  session_ended: {
    fr: 'Session terminée ou inexistante : connectez-vous.',
    en: 'Your session has ended, or there is none: log in.',
  },
  setup_code_wrong: {
    fr: 'Code de première installation incorrect : le serveur l’affiche à son démarrage, et « passerelle users setup-code » à tout moment.',
    en: 'Wrong setup code: the server prints it when it starts, and "passerelle users setup-code" at any time.',
  },
  setup_done: {
    fr: 'La console a déjà un utilisateur : connectez-vous (« passerelle users » les montre, et change un mot de passe perdu).',
    en: 'The console has a user already: log in ("passerelle users" lists them, and changes a lost password).',
  },
  request_foreign: {
    fr: 'Requête refusée : elle ne vient pas d’une page de cette console. Derrière un proxy, celui-ci doit transmettre l’en-tête Host.',
    en: 'Request refused: it is not from a page of this console. A proxy before it must pass the Host header on.',
  },
  role_insufficient: {
    fr: 'Votre rôle ne le permet pas : il faut le rôle « {expected} ». Un administrateur peut vous le donner.',
    en: 'Your role does not allow that: it takes the role "{expected}". An admin can give it to you.',
  },
  user_name_invalid: {
    fr: 'Nom d’utilisateur « {value} » refusé : 1 à 64 lettres, chiffres, ou . _ @ + -',
    en: 'The user name "{value}" is refused: 1 to 64 letters, digits, or . _ @ + -',
  },
  password_short: {
    fr: 'Mot de passe trop court ou trop long : entre {limit} et {expected} caractères.',
    en: 'The password must have between {limit} and {expected} characters.',
  },
  password_wrong: {
    fr: 'L’ancien mot de passe est incorrect.',
    en: 'The old password is wrong.',
  },
  route_unknown: {
    fr: 'Il n’y a rien à cette adresse : voir {expected}.',
    en: 'There is nothing at this address: see {expected}.',
  },
  method_refused: {
    fr: 'Méthode {value} refusée ici ; possibles : {expected}.',
    en: 'The method {value} is not taken here; possible ones: {expected}.',
  },
  rate_exceeded: {
    fr: 'Trop d’appels avec ce jeton : {limit} par minute au plus. Réessayez après le délai de « Retry-After ».',
    en: 'Too many calls with this token: {limit} a minute at most. Try again after the time in "Retry-After".',
  },
  json_unreadable: {
    fr: 'Le corps de la requête n’est pas du JSON lisible ({expected}).',
    en: 'The request’s body is no readable JSON ({expected}).',
  },
  parameters_refused: {
    fr: 'Requête refusée :',
    en: 'Request refused:',
  },
  parameter_invalid: {
    fr: '« {field} » : {expected}.',
    en: '"{field}": {expected}.',
  },
  cursor_invalid: {
    fr: '« cursor » : ce curseur n’est pas de cette liste ; recommencez sans curseur.',
    en: '"cursor": this cursor is not of this list; begin again without one.',
  },
  record_unknown: {
    fr: '{where}inconnu dans cette boutique.',
    en: '{where}not known in this shop.',
  },
  image_unreadable: {
    fr: 'Cette image ({value}) ne peut pas être réduite : abîmée, trop grande ou d’un format non géré. Demandez-la sans « width ».',
    en: 'This image ({value}) cannot be made smaller: damaged, too large, or of a format that is not supported. Ask for it without "width".',
  },
  file_none: {
    fr: '{where}venu sans fichier : l’ERP n’en a envoyé que les données.',
    en: '{where}came without a file: the ERP sent nothing but its data.',
  },
  file_lost: {
    fr: '{where}son fichier manque, ou est incomplet, là où les fichiers sont gardés : restaurez-le d’une sauvegarde, ou faites-le renvoyer par l’ERP.',
    en: '{where}its file is missing, or cut short, where files are kept: restore it from a backup, or have the ERP send it again.',
  },
  resizing_unavailable: {
    fr: 'Ce serveur ne peut pas réduire d’images : le paquet « sharp » lui manque (npm install sharp). Demandez l’image sans « width ».',
    en: 'This server cannot make images smaller: it lacks the package "sharp" (npm install sharp). Ask for the image without "width".',
  },
  parameter_unknown: {
    fr: '« {field} » n’existe pas ici ; possibles : {expected}.',
    en: '"{field}" does not exist here; possible: {expected}.',
  },
  idempotency_key_missing: {
    fr: 'Envoyez l’en-tête « Idempotency-Key », ou un « id » à vous : sans l’un des deux, un appel répété ferait une seconde commande.',
    en: 'Send the header "Idempotency-Key", or an "id" of your own: without one of them, a repeated call would make a second order.',
  },
  idempotency_key_reused: {
    fr: '« Idempotency-Key » {value} a déjà servi, avec un autre contenu : une nouvelle commande demande une nouvelle clé.',
    en: '"Idempotency-Key" {value} was used before, with another content: a new order takes a new key.',
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
  number_too_large: {
    fr: '{where}« {field} » vaut {value} : cette boutique garde {limit} chiffres au plus avant la virgule.',
    en: '{where}"{field}" is {value}: this shop keeps {limit} digits at most before the point.',
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
  product_unknown: {
    fr: 'Aucun produit ni déclinaison n’a la référence « {record} ».',
    en: 'No product or variant has the reference "{record}".',
  },
  order_unknown: {
    fr: 'Commande inconnue « {record} » : utilisez un identifiant de la liste des commandes.',
    en: 'Unknown order "{record}": use an id from the list of orders.',
  },
  customer_unknown: {
    fr: 'Client inconnu « {record} » : vérifiez son code dans l’ERP, ou envoyez-le d’abord avec add_customer.',
    en: 'Unknown customer "{record}": check the code in the ERP, or send the customer with add_customer first.',
  },
  quantity_not_positive: {
    fr: '{where}la quantité vaut {value} : un nombre supérieur à 0 est attendu.',
    en: '{where}the quantity is {value}: expected a number above 0.',
  },
  buyer_ambiguous: {
    fr: 'Un client a déjà sa catégorie tarifaire : indiquez un client ou une catégorie, pas les deux.',
    en: 'A customer has a price category already: give a customer or a category, not both.',
  },
  basket_too_large: {
    fr: 'Panier trop grand : {limit} lignes au plus. Demandez les prix en plusieurs fois.',
    en: 'Basket too large: {limit} lines at most. Ask for the prices in several parts.',
  },
  order_exists: {
    fr: '{where}cette commande existe déjà, avec un autre contenu ; rien n’a été enregistré.',
    en: '{where}this order exists already, with another content; nothing was saved.',
  },
  order_refused: {
    fr: 'Commande refusée, rien n’a été enregistré :',
    en: 'Order refused, nothing was saved:',
  },
  order_sum_differs: {
    fr: '« {field} » : {expected} attendu, {value} reçu.',
    en: '"{field}": expected {expected}, got {value}.',
  },
  order_reference_unknown: {
    fr: '« {field} » : la boutique n’a pas d’article « {value} ».',
    en: '"{field}": the shop has no article "{value}".',
  },
  order_customer_unknown: {
    fr: '« {field} » : la boutique n’a pas de client « {value} » ; donnez aussi son nom et son adresse e-mail.',
    en: '"{field}": the shop has no customer "{value}"; give the last name and the e-mail address too.',
  },
  order_address_missing: {
    fr: '« {field} » : il manque une adresse, et la boutique n’en connaît pas de ce client.',
    en: '"{field}": an address is missing, and the shop knows none of this customer.',
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
  hook_refused: {
    fr: '{where}{expected} (refusé par la transformation {hook})',
    en: '{where}{expected} (refused by the transformation {hook})',
  },
  hook_refused_field: {
    fr: '{where}« {field} » : {expected} (refusé par la transformation {hook})',
    en: '{where}"{field}": {expected} (refused by the transformation {hook})',
  },
  hook_excluded: {
    fr: '{where}la transformation {hook} ne donne pas cette commande à l’ERP : {expected}',
    en: '{where}the transformation {hook} does not give this order to the ERP: {expected}',
  },
  hook_failed: {
    fr: '{where}la transformation {hook} a échoué ({expected}) ; corrigez-la, rien n’a changé.',
    en: '{where}the transformation {hook} failed ({expected}); correct it, nothing has changed.',
  },
  hook_slow: {
    fr: '{where}la transformation {hook} a dépassé son temps ({limit} ms) ; rien n’a changé.',
    en: '{where}the transformation {hook} took longer than its {limit} ms; nothing has changed.',
  },
  hook_result: {
    fr: '{where}la transformation {hook} donne « {field} » = {value}, attendu : {expected} ; rien n’a changé.',
    en: '{where}the transformation {hook} gives "{field}" = {value}, expected {expected}; nothing has changed.',
  },
  hook_unknown: {
    fr: 'Transformations de « {value} » : « {field} » n’y est pas à sa place ; attendu : {expected}.',
    en: 'Transformations of "{value}": "{field}" is nothing that belongs there; expected {expected}.',
  },
  sheets_unavailable: {
    fr: 'Ce serveur ne peut pas appliquer de feuilles XSLT : le paquet « libxslt-wasm » lui manque (npm install libxslt-wasm).',
    en: 'This server cannot run XSLT sheets: it lacks the package "libxslt-wasm" (npm install libxslt-wasm).',
  },
  sheets_not_started: {
    fr: 'Le processus des feuilles XSLT n’a pas démarré ({expected}).',
    en: 'The process for XSLT sheets did not start ({expected}).',
  },
  sheet_name_unknown: {
    fr: 'Le nom « {value} » ne dit pas quel message cette feuille transforme ; attendu : {expected}.',
    en: 'The name "{value}" does not say which message the sheet transforms; expected {expected}.',
  },
  sheet_streams: {
    fr: 'Les messages « {value} » passent enregistrement par enregistrement, quelle que soit leur taille : aucune feuille ne les transforme. Utilisez une fonction de « transforms » ({expected}).',
    en: 'Messages "{value}" pass record by record, however long they are: no sheet transforms them. Use a hook of "transforms" instead ({expected}).',
  },
  sheet_folder_too_large: {
    fr: 'Le dossier de feuilles « {value} » dépasse {limit} fichiers ou {expected}.',
    en: 'The folder of sheets "{value}" has more than {limit} files, or than {expected}.',
  },
  sheet_broken: {
    fr: 'La feuille « {hook} » n’est pas valable : {expected}',
    en: 'The sheet "{hook}" is not valid: {expected}',
  },
  sheet_outside: {
    fr: '{where}la feuille « {hook} » demande « {value} », qui n’est pas dans son dossier ; rien d’autre ne lui est ouvert.',
    en: '{where}the sheet "{hook}" asks for "{value}", which is not in its folder; nothing else is open to it.',
  },
  sheet_refused: {
    fr: '{where}{expected} (refusé par la feuille « {hook} »)',
    en: '{where}{expected} (refused by the sheet "{hook}")',
  },
  sheet_failed: {
    fr: '{where}la feuille « {hook} » a échoué ({expected}) ; corrigez-la.',
    en: '{where}the sheet "{hook}" failed ({expected}); correct it.',
  },
  sheet_result: {
    fr: '{where}la feuille « {hook} » ne donne pas de XML lisible ({expected}).',
    en: '{where}the sheet "{hook}" gives no readable XML ({expected}).',
  },
  sheet_slow: {
    fr: '{where}la feuille « {hook} » a dépassé son temps ({limit} ms).',
    en: '{where}the sheet "{hook}" took longer than its {limit} ms.',
  },
  sheet_too_large: {
    fr: '{where}la feuille « {hook} » donne plus de {limit} octets.',
    en: '{where}the sheet "{hook}" gives more than {limit} bytes.',
  },
  sheet_out_of_memory: {
    fr: '{where}la feuille « {hook} » demande plus de mémoire qu’il n’y en a pour elle.',
    en: '{where}the sheet "{hook}" takes more memory than there is for it.',
  },
  sheet_input_too_large: {
    fr: '{where}la feuille « {hook} » transforme des messages de {limit} octets au plus.',
    en: '{where}the sheet "{hook}" transforms messages of {limit} bytes at most.',
  },
  reference_collides: {
    fr: '{where}la base de la boutique confond cette référence avec « {value} » : donnez-lui une référence qui en diffère par autre chose qu’un accent.',
    en: '{where}the shop’s database takes this reference for "{value}": give it one that differs from that by more than an accent.',
  },
  reference_taken: {
    fr: '{where}cette référence est celle d’un enregistrement « {value} » de la boutique, qui n’est ni un produit ni une déclinaison : changez-la là-bas.',
    en: '{where}this reference is that of a record "{value}" of the shop, which is neither a product nor a variant: change it there.',
  },
  reference_ambiguous: {
    fr: '{where}plusieurs produits de la boutique ont cette référence (identifiants {value}) : n’en laissez qu’un, dans le CMS.',
    en: '{where}several products of the shop have this reference (ids {value}): leave it to one of them, in the CMS.',
  },
  tax_rate_unknown: {
    fr: '{where}la boutique n’a aucune catégorie de taxe à {value} % dans sa zone (taux connus : {expected}) : créez-la dans le CMS.',
    en: '{where}the shop has no tax category of {value} % in its zone (known rates: {expected}): create it in the CMS.',
  },
  order_state_unknown: {
    fr: '{where}la boutique n’a pas d’état « {value} » ; états connus : {expected}.',
    en: '{where}the shop has no state "{value}"; known ones: {expected}.',
  },
  value_unfit: {
    fr: '{where}la colonne « {field} » de la boutique refuse la valeur : {value}.',
    en: '{where}the shop’s column "{field}" does not take the value: {value}.',
  },
  database_refused: {
    fr: 'La base de données refuse : {value}. Vérifiez l’utilisateur, son mot de passe, le nom de la base et ses droits (SELECT, INSERT, UPDATE, DELETE, CREATE, CREATE TEMPORARY TABLES).',
    en: 'The database refuses: {value}. Check the user, the password, the database’s name and the rights (SELECT, INSERT, UPDATE, DELETE, CREATE, CREATE TEMPORARY TABLES).',
  },
  cms_tables_missing: {
    fr: 'Tables ou colonnes absentes de la base : {value}. Vérifiez la base et le préfixe (?prefix=…), et que le CMS est à jour : Passerelle connaît HikaShop 4 et suivants, VirtueMart 4, Thelia 1.4 et 1.5.',
    en: 'Tables or columns are missing in the database: {value}. Check the database and the prefix (?prefix=…), and that the CMS is up to date: Passerelle knows HikaShop 4 and later, VirtueMart 4, Thelia 1.4 and 1.5.',
  },
  cms_table_engine: {
    fr: 'La table {value} ne connaît pas les transactions : ALTER TABLE {value} ENGINE=InnoDB (après une sauvegarde).',
    en: 'The table {value} has no transactions: ALTER TABLE {value} ENGINE=InnoDB (after a backup).',
  },
  cms_prefix_ambiguous: {
    fr: 'Plusieurs sites dans cette base (préfixes {value}) : indiquez-en un dans « store » par ?prefix=….',
    en: 'Several sites in this database (prefixes {value}): name one in "store" by ?prefix=….',
  },
  cms_incomplete: {
    fr: 'Il manque à la base de la boutique ce que le CMS y met à son installation : {value}.',
    en: 'The shop’s database lacks what the CMS puts there when it is installed: {value}.',
  },
  cms_setting_needed: {
    fr: 'La boutique ne le dit pas : réglez « {field} », par exemple {expected}.',
    en: 'The shop does not say: set "{field}", for instance to {expected}.',
  },
  cms_setting_unknown: {
    fr: '« {field} » vaut « {value} », que la boutique n’a pas. Elle a : {expected}.',
    en: '"{field}" is "{value}", which the shop does not have. It has: {expected}.',
  },
  cms_setting_unused: {
    fr: '« {field} » ne sert à rien pour ce CMS, qui n’en a pas la notion : retirez ce réglage.',
    en: '"{field}" means nothing to this CMS, which has no such thing: remove the setting.',
  },
  cms_group_privileged: {
    fr: '« {field} » nomme « {value} », un groupe qui administre le site : l’ERP ne peut y mettre personne.',
    en: '"{field}" names "{value}", a group that manages the site: the ERP can put nobody there.',
  },
  cms_folder_unwritable: {
    fr: 'Le dossier {value} (« {field} ») n’existe pas ou n’est pas accessible en écriture à l’utilisateur qui exécute Passerelle.',
    en: 'The folder {value} ("{field}") does not exist, or the user that runs Passerelle may not write there.',
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
  api_token_unknown: {
    fr: 'Aucun jeton valide n’a l’identifiant « {value} » (voir « passerelle tokens »).',
    en: 'No valid token has the id "{value}" (see "passerelle tokens").',
  },
  user_unknown: {
    fr: 'Aucun utilisateur de la console ne s’appelle « {value} » (voir « passerelle users »).',
    en: 'No user of the console has the name "{value}" (see "passerelle users").',
  },
  user_exists: {
    fr: 'Un utilisateur de la console s’appelle déjà « {value} ».',
    en: 'The console has a user "{value}" already.',
  },
  last_admin: {
    fr: '« {value} » est le dernier administrateur de la console : nommez-en d’abord un autre.',
    en: '"{value}" is the last admin of the console: make somebody else one first.',
  },
  access_key_unknown: {
    fr: 'Aucune clé valide n’a l’identifiant « {value} » (voir « passerelle keys »).',
    en: 'No valid key has the id "{value}" (see "passerelle keys").',
  },
  exchange_unknown: {
    fr: 'Aucun échange « {value} » dans le journal.',
    en: 'No exchange "{value}" in the journal.',
  },
  exchange_cut: {
    fr: '{where}le journal n’a pas gardé tout le message (voir journal.payloadBytes et journal.maxBytes) : il ne peut pas être essayé.',
    en: '{where}the journal has not kept the whole message (see journal.payloadBytes and journal.maxBytes): it cannot be tried.',
  },
  request_not_kept: {
    fr: '{where}sa requête n’est pas, ou plus, conservée (voir journal.record et journal.maxBytes) : il ne peut pas être rejoué.',
    en: '{where}its request is not kept, or not any more (see journal.record and journal.maxBytes): it cannot be replayed.',
  },
  request_cut: {
    fr: '{where}seul le début de sa requête est conservé (voir journal.payloadBytes) : il ne peut être rejoué qu’avec sa requête entière, donnée à la place (à la ligne de commande : « --edit FICHIER »).',
    en: '{where}only the beginning of its request is kept (see journal.payloadBytes): it can be replayed only with its whole request given in place of it (on the command line: "--edit FILE").',
  },
  request_file_missing: {
    fr: '{where}une image ou un fichier de sa requête ({value}) n’est pas, ou plus, parmi ceux de la boutique : il ne peut pas être rejoué.',
    en: '{where}an image or a file of its request ({value}) is not, or not any more, among those of the shop: it cannot be replayed.',
  },
  hand_over_unnamed: {
    fr: '{where}« {value} » remet une commande à qui l’appelle : rejoué pour de bon, la boutique la croirait chez l’ERP. Cela ne se fait qu’en donnant l’identifiant de l’échange.',
    en: '{where}"{value}" hands an order over to whoever asks: replayed for real, the shop would take it to be in the ERP. That is done only where the exchange is named by its id.',
  },
  copy_unsupported: {
    fr: 'Les données de cette boutique sont ailleurs ({value}) : Passerelle ne peut pas en faire une copie pour y rejouer. Rejouez pour de bon, dans la boutique même (à la ligne de commande : « --for-real »), ou essayez d’abord dans une boutique de test.',
    en: 'This shop’s data is elsewhere ({value}): Passerelle cannot make a copy of it to replay on. Replay for real, in the shop itself (on the command line: "--for-real"), or try in a test shop first.',
  },
  replay_under_way: {
    fr: 'Un autre essai sur une copie de cette boutique est en cours : attendez sa fin ou arrêtez-le, puis recommencez.',
    en: 'Another replay on a copy of this shop is under way: wait for its end or stop it, then try again.',
  },
  too_many_exchanges: {
    fr: 'Trop d’échanges à la fois : {limit} au plus. Choisissez-en moins (par résultat, ressource ou moment), ou prenez la ligne de commande (« passerelle replay », « passerelle bundle »).',
    en: 'Too many exchanges at once: {limit} at most. Select fewer (by outcome, resource or time), or use the command line ("passerelle replay", "passerelle bundle").',
  },
  confirmation_missing: {
    fr: 'Rien n’a été envoyé : confirmez au terminal, ou ajoutez « --yes ».',
    en: 'Nothing was sent: confirm on the terminal, or add "--yes".',
  },
  selection_missing: {
    fr: 'Quels échanges ? Donnez {expected}.',
    en: 'Which exchanges? Give {expected}.',
  },
  webhook_unknown: {
    fr: 'Aucun webhook n’a l’identifiant « {record} » (voir « passerelle webhooks »).',
    en: 'No webhook has the id "{record}" (see "passerelle webhooks").',
  },
  webhook_url_invalid: {
    fr: '« {value} » n’est pas une adresse de webhook : https://HÔTE/CHEMIN est attendu, sans nom d’utilisateur.',
    en: '"{value}" is no address of a webhook: expected https://HOST/PATH, without a user name.',
  },
  webhook_address_refused: {
    fr: 'L’adresse {value} n’est pas publique : ajoutez-la au réglage webhooks.allow pour l’autoriser.',
    en: 'The address {value} is not public: add it to the setting webhooks.allow to permit it.',
  },
  webhook_needs_https: {
    fr: '« {value} » : http sans chiffrement n’est permis que vers les adresses de webhooks.allow ; utilisez https.',
    en: '"{value}": plain http is only for addresses in webhooks.allow; use https.',
  },
  webhook_secret_invalid: {
    fr: 'Le secret d’un webhook s’écrit « whsec_ » puis 24 à 64 octets aléatoires en base64.',
    en: 'The secret of a webhook is "whsec_" and then 24 to 64 random bytes in base64.',
  },
  resend_unclear: {
    fr: 'Indiquez ce qui est à renvoyer : un seul de « event », « since » (au besoin avec « until ») et « failed ».',
    en: 'Say what is to be sent again: exactly one of "event", "since" (perhaps with "until") and "failed".',
  },
  event_unknown: {
    fr: 'Aucun événement « {value} » parmi ceux qui sont gardés (voir « passerelle changes »).',
    en: 'No event "{value}" among those that are kept (see "passerelle changes").',
  },
  cursor_expired: {
    fr: 'Les changements depuis {value} ne sont plus tous gardés : relisez toutes les données, puis reprenez depuis {expected}.',
    en: 'Not all changes since {value} are kept any more: read all records anew, then go on from {expected}.',
  },
  cursor_unknown: {
    fr: 'Le curseur {value} dépasse le dernier changement, {expected} (sauvegarde restaurée ?) : relisez toutes les données, puis reprenez depuis {expected}.',
    en: 'The cursor {value} is ahead of the newest change, {expected} (a backup was restored?): read all records anew, then go on from {expected}.',
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
  listening_failed: {
    fr: 'Impossible d’écouter à {value} ({expected}) : un autre programme, ou un Passerelle déjà lancé, occupe peut-être le port. PASSERELLE_PORT en choisit un autre.',
    en: 'Cannot listen at {value} ({expected}): another program, or a Passerelle that runs already, may have the port. PASSERELLE_PORT chooses another.',
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
  reading_unsupported: {
    fr: 'Ce que garde cette boutique ne peut pas être relu d’ici : il est tenu par un autre programme (CMS ou module). Consultez-le là ; d’un CMS, « passerelle export » l’écrit aussi.',
    en: 'What this shop keeps cannot be read back from here: another program has it (a CMS or a module). Look there; of a CMS, "passerelle export" writes it too.',
  },
  own_side_unsupported: {
    fr: 'Les commandes et les clients de cette boutique lui arrivent de son côté (CMS ou module) : rien ne s’y ajoute ni ne s’y change d’ici, faites-le là.',
    en: 'Orders and customers of this shop come in on its own side (a CMS or a module): none can be added or changed from here, do it there.',
  },
  move_unsupported: {
    fr: 'Les données de cette boutique sont à un autre logiciel : elles ne se déplacent pas d’ici (passerelle export les recopie dans des fichiers).',
    en: 'This shop’s data belongs to other software: it is not moved from here (passerelle export copies it into files).',
  },
  quotes_unsupported: {
    fr: 'Les prix de cette boutique se décident de son côté (CMS ou module), qui a ses propres règles : ils ne peuvent pas être calculés d’ici, demandez-les là.',
    en: 'Prices of this shop are decided on its own side (a CMS or a module), which has rules of its own: they cannot be worked out from here, ask there.',
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
  sessions_shared: {
    fr: 'Un pooler se trouve devant PostgreSQL et partage ses sessions entre plusieurs connexions : passez-le en mode session (PgBouncer : pool_mode = session), ou adressez PostgreSQL directement.',
    en: 'A pooler before PostgreSQL shares its sessions among connections: set it to pool sessions (PgBouncer: pool_mode = session), or address PostgreSQL itself.',
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
  hold_unknown: {
    fr: 'Aucune retenue « {value} » : « passerelle guard list » les montre.',
    en: 'There is no hold "{value}": "passerelle guard list" shows them.',
  },
  guard_unsupported: {
    fr: 'Les envois de l’ERP ne sont pas surveillés ici : seulement dans une boutique qui a sa propre base Passerelle (SQLite ou PostgreSQL).',
    en: 'The ERP’s runs are not watched here: only in a shop that has a store of Passerelle’s own (SQLite or PostgreSQL).',
  },
  too_many_deactivated: {
    fr: '{where}trop d’articles seraient retirés de la vente : {limit} au plus sur {total} par envoi. Retenu jusqu’à ce que quelqu’un de la boutique décide (retenue {value}) ; rien n’est changé.',
    en: '{where}too many products would be taken from sale: at most {limit} of {total} in one run. Held until somebody of the shop decides (hold {value}); nothing is changed.',
  },
  too_many_repriced: {
    fr: '{where}trop d’articles changeraient de prix : {limit} au plus sur {total} par envoi. Retenu jusqu’à ce que quelqu’un de la boutique décide (retenue {value}) ; rien n’est changé.',
    en: '{where}too many products would change their price: at most {limit} of {total} in one run. Held until somebody of the shop decides (hold {value}); nothing is changed.',
  },
  too_many_emptied: {
    fr: '{where}trop de stocks tomberaient à zéro : {limit} au plus sur {total} par envoi. Retenu jusqu’à ce que quelqu’un de la boutique décide (retenue {value}) ; rien n’est changé.',
    en: '{where}too many stocks would fall to zero: at most {limit} of {total} in one run. Held until somebody of the shop decides (hold {value}); nothing is changed.',
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
};

/** The sentence for a problem, with the first few details of a bulk message's refusals behind it. */
export function describe(problem: Problem, language: Language): string {
  const facts: Readonly<Record<string, unknown>> = { ...problem, where: place(problem, language) };
  const sentence = SENTENCES[problem.reason][language].replace(/\{(\w+)\}/g, (_, name: string) =>
    String(facts[name] ?? '?'),
  );
  return [fileAndLine(problem) + sentence, ...saidDetails(problem, language)].join(' ');
}

/** Of a problem's details: a sentence, and a line of a log, has no room for all. */
const MOST_SAID = 10;

function saidDetails({ details = [] }: Problem, language: Language): readonly string[] {
  const said = details.slice(0, MOST_SAID).map((detail) => describe(detail, language));
  const left = details.length - said.length;
  if (left === 0) return said;
  return [...said, language === 'fr' ? `Et ${left} de plus.` : `And ${left} more.`];
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
  return `${entity === undefined ? '' : `${entityWord(entity)} `}${position}${colon}`;
}
