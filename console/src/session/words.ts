import { dictionary } from '../i18n/words.ts';

export const SESSION_WORDS = dictionary({
  en: {
    signInTitle: 'Sign in',
    signInLead: 'What did the ERP send, and what became of it?',
    name: 'User name',
    password: 'Password',
    signIn: 'Sign in',
    forgotten: 'Password forgotten? An administrator gives a new one, or “passerelle users” on the server.',
    setupTitle: 'Welcome',
    setupLead: 'Make the first account. It is an administrator’s: it can invite all others.',
    code: 'Setup code',
    codeHint: 'Printed by the server at its start; “passerelle users setup-code” shows it again.',
    passwordHint: '10 characters or more. A few unrelated words are easy to keep.',
    tooShort: 'The password has fewer than 10 characters.',
    missing: 'Please fill this in.',
    create: 'Make the account',
    language: 'Language',
  },
  fr: {
    signInTitle: 'Se connecter',
    signInLead: 'Qu’a envoyé l’ERP, et qu’en est-il advenu ?',
    name: 'Nom d’utilisateur',
    password: 'Mot de passe',
    signIn: 'Se connecter',
    forgotten:
      'Mot de passe oublié ? Un administrateur en donne un nouveau, ou « passerelle users » sur le serveur.',
    setupTitle: 'Bienvenue',
    setupLead: 'Créez le premier compte. C’est celui d’un administrateur : il peut inviter tous les autres.',
    code: 'Code d’installation',
    codeHint: 'Affiché par le serveur à son démarrage ; « passerelle users setup-code » le montre à nouveau.',
    passwordHint: '10 caractères ou plus. Quelques mots sans rapport se retiennent bien.',
    tooShort: 'Le mot de passe a moins de 10 caractères.',
    missing: 'À remplir.',
    create: 'Créer le compte',
    language: 'Langue',
  },
});
