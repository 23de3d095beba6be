import type { Sentences } from './sentence.ts';

/** Bytes, messages, the fields of a record. */
export const MESSAGES = {
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
} satisfies Sentences;
