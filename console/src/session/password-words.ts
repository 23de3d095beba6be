import { dictionary } from '../i18n/words.ts';

export const PASSWORD_WORDS = dictionary({
  en: {
    title: 'Change the password',
    old: 'Password so far',
    changed: 'New password',
    hint: '10 characters or more. All other sessions of this account end.',
    tooShort: 'The password has fewer than 10 characters.',
    change: 'Change',
    done: 'The password is changed.',
  },
  fr: {
    title: 'Changer le mot de passe',
    old: 'Mot de passe actuel',
    changed: 'Nouveau mot de passe',
    hint: '10 caractères ou plus. Toutes les autres sessions de ce compte se terminent.',
    tooShort: 'Le mot de passe a moins de 10 caractères.',
    change: 'Changer',
    done: 'Le mot de passe est changé.',
  },
});
