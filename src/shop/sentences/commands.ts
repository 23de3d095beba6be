import type { Sentences } from './sentence.ts';

/** The commands, their files and settings. */
export const COMMANDS = {
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
    fr: '{where}le journal n’a pas gardé tout le message (voir journal.record, journal.payloadBytes et journal.maxBytes) : il ne peut pas être essayé.',
    en: '{where}the journal has not kept the whole message (see journal.record, journal.payloadBytes and journal.maxBytes): it cannot be tried.',
  },
  request_not_kept: {
    fr: '{where}sa requête n’est pas, ou plus, conservée (voir journal.record et journal.maxBytes) : il ne peut être ni rejoué ni essayé.',
    en: '{where}its request is not kept, or not any more (see journal.record and journal.maxBytes): it can be neither replayed nor tried.',
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
  resource_edited: {
    fr: 'Un échange « {expected} », modifié, ne peut pas devenir « {value} » : corrigez ses champs, sans changer de ressource.',
    en: 'An exchange "{expected}" cannot be edited into "{value}": correct its fields, and leave the resource as it is.',
  },
  copy_unsupported: {
    fr: 'Les données de cette boutique sont ailleurs ({value}) : Passerelle ne peut pas en faire une copie pour y rejouer. Rejouez pour de bon, dans la boutique même (à la ligne de commande : « --for-real »), ou essayez d’abord dans une boutique de test.',
    en: 'This shop’s data is elsewhere ({value}): Passerelle cannot make a copy of it to replay on. Replay for real, in the shop itself (on the command line: "--for-real"), or try in a test shop first.',
  },
  replay_under_way: {
    fr: 'Un autre essai sur une copie de cette boutique est en cours : attendez sa fin ou arrêtez-le, puis recommencez.',
    en: 'Another replay on a copy of this shop is under way: wait for its end or stop it, then try again.',
  },
  replay_interrupted: {
    fr: 'Le serveur s’arrête : seul ce qui est affiché jusqu’ici a été rejoué. Choisissez le reste et recommencez.',
    en: 'The server stops: only what is shown so far was replayed. Select the rest, and try again.',
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
} satisfies Sentences;
