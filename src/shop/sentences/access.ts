import type { Sentences } from './sentence.ts';

/** Who calls, from where, and what he may do. */
export const ACCESS = {
  key_missing: {
    fr: 'Clé absente : envoyez la variable « key » avec la clé de cette boutique.',
    en: 'No key: send the variable "key" with this shop’s key.',
  },
  key_wrong: {
    fr: 'Clé refusée : vérifiez la clé saisie dans le connecteur (« passerelle keys add » en crée une nouvelle).',
    en: 'Wrong key: check the key in the connector ("passerelle keys add" makes a new one).',
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
    fr: 'Jeton refusé : il manque, il est inconnu ou révoqué, ou il n’a pas le droit de cet appel. Envoyez « Authorization: Bearer JETON » (« passerelle tokens add » en crée un).',
    en: 'Token refused: it is missing, unknown or revoked, or may not make this call. Send "Authorization: Bearer TOKEN" ("passerelle tokens add" makes one).',
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
    fr: 'Code d’installation incorrect : le serveur l’affiche à son démarrage, et « passerelle users setup-code » à tout moment.',
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
} satisfies Sentences;
