import type { Language } from '../../shop/wording.ts';

/** What the command line says for all commands. */
export interface ProgramWording {
  readonly help: HelpWording;
  readonly usage: UsageWording;
}

/** The texts of `--help` that no command has to itself. */
export type HelpWording = Readonly<
  Record<
    | 'program'
    | 'usageTitle'
    | 'argumentsTitle'
    | 'optionsTitle'
    | 'globalOptionsTitle'
    | 'commandsTitle'
    | 'helpOption'
    | 'helpCommand'
    | 'choices'
    | 'version'
    | 'config'
    | 'data'
    | 'shop'
    | 'lang',
    string
  >
>;

/** What commander says of a command line that it cannot read; `$name`, `$value` and `$choices` come from its own message. */
export type UsageWording = Readonly<
  Record<
    | 'unknownOption'
    | 'unknownCommand'
    | 'missingArgument'
    | 'missingValue'
    | 'tooManyArguments'
    | 'invalidChoice'
    | 'didYouMean',
    string
  >
>;

const ENGLISH: ProgramWording = {
  help: {
    program: 'The shop’s side of E-connecteur: the universal webservice, on a store of its own.',
    usageTitle: 'Usage:',
    argumentsTitle: 'Arguments:',
    optionsTitle: 'Options:',
    globalOptionsTitle: 'Global options:',
    commandsTitle: 'Commands:',
    helpOption: 'show this help',
    helpCommand: 'show the help of a command',
    choices: 'one of',
    version: 'show the version',
    config: 'configuration file, instead of passerelle.config.ts or .json in this folder',
    data: 'folder of the stored data (./data)',
    shop: 'the shop to work on, by its configured name (the first)',
    lang: 'language of the output',
  },
  usage: {
    unknownOption: 'Unknown option $name.',
    unknownCommand: 'Unknown command "$name".',
    missingArgument: 'The argument $name is missing.',
    missingValue: 'The option $name needs a value.',
    tooManyArguments: 'Too many arguments.',
    invalidChoice: '$name cannot be "$value"; possible: $choices.',
    didYouMean: 'Did you mean $name?',
  },
};

const FRENCH: ProgramWording = {
  help: {
    program: 'Le côté boutique d’E-connecteur : le webservice universel, avec sa propre base.',
    usageTitle: 'Utilisation :',
    argumentsTitle: 'Arguments :',
    optionsTitle: 'Options :',
    globalOptionsTitle: 'Options générales :',
    commandsTitle: 'Commandes :',
    helpOption: 'affiche cette aide',
    helpCommand: 'affiche l’aide d’une commande',
    choices: 'valeurs :',
    version: 'affiche la version',
    config: 'fichier de configuration, au lieu de passerelle.config.ts ou .json dans ce dossier',
    data: 'dossier des données (./data)',
    shop: 'la boutique concernée, par son nom configuré (la première)',
    lang: 'langue des messages',
  },
  usage: {
    unknownOption: 'Option inconnue $name.',
    unknownCommand: 'Commande inconnue « $name ».',
    missingArgument: 'L’argument $name manque.',
    missingValue: 'L’option $name attend une valeur.',
    tooManyArguments: 'Trop d’arguments.',
    invalidChoice: '$name ne peut pas être « $value » ; valeurs possibles : $choices.',
    didYouMean: 'Vouliez-vous dire $name ?',
  },
};

export const PROGRAM_WORDING: Readonly<Record<Language, ProgramWording>> = { en: ENGLISH, fr: FRENCH };
