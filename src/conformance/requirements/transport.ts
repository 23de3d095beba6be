import type { Requirement } from '../requirement.ts';

export const TRANSPORT_REQUIREMENTS = [
  {
    id: 'transport.xml-reply',
    sentence: {
      fr: 'Chaque réponse de l’adresse du webservice est un document XML bien formé, en UTF-8.',
      en: "Every reply of the webservice's URL is a well-formed XML document in UTF-8.",
    },
    section: '§3',
    severity: 'must',
    needs: 'read',
  },
  {
    id: 'transport.nothing-before-xml',
    sentence: {
      fr: 'Aucun octet ne précède le document XML : ni BOM, ni ligne vide, ni avertissement PHP.',
      en: 'No byte stands before the XML document: no BOM, no blank line, no PHP warning.',
    },
    section: '§3',
    severity: 'must',
    needs: 'read',
  },
  {
    id: 'transport.content-type',
    sentence: {
      fr: 'La réponse s’annonce comme du XML : Content-Type text/xml ou application/xml.',
      en: 'A reply says that it is XML: Content-Type text/xml or application/xml.',
    },
    section: '§3',
    severity: 'should',
    needs: 'read',
  },
  {
    id: 'transport.root',
    sentence: {
      fr: 'La racine de chaque réponse est l’élément <connecteur>.',
      en: 'The root of every reply is the element <connecteur>.',
    },
    section: '§4',
    severity: 'must',
    needs: 'read',
  },
  {
    id: 'transport.multipart',
    sentence: {
      fr: 'Un formulaire multipart/form-data, tel que libcurl l’envoie, est lu.',
      en: 'A multipart/form-data form, as libcurl sends it, is read.',
    },
    section: '§3',
    severity: 'must',
    needs: 'read',
  },
  {
    id: 'transport.urlencoded',
    sentence: {
      fr: 'Un formulaire application/x-www-form-urlencoded est lu.',
      en: 'An application/x-www-form-urlencoded form is read.',
    },
    section: '§3',
    severity: 'should',
    needs: 'read',
  },
  {
    id: 'transport.field-order',
    sentence: {
      fr: 'Les variables sont lues dans n’importe quel ordre, même si data vient en premier.',
      en: 'The variables are read in any order, also when data comes first.',
    },
    section: '§3',
    severity: 'must',
    needs: 'read',
  },
  {
    id: 'transport.extra-variables',
    sentence: {
      fr: 'Une variable POST ou un élément XML inconnus ne sont pas une erreur.',
      en: 'An unknown POST variable or XML element is no error.',
    },
    section: '§3',
    severity: 'must',
    needs: 'read',
  },
  {
    id: 'transport.xml-only-heading',
    sentence: {
      fr: 'key et resource sont lus aussi quand ils ne figurent que dans le XML.',
      en: 'key and resource are read also when they stand only inside the XML.',
    },
    section: '§3',
    severity: 'should',
    needs: 'read',
  },
  {
    id: 'transport.declaration',
    sentence: {
      fr: 'Un XML dont la déclaration n’indique pas d’encodage, ou sans déclaration, est lu comme de l’UTF-8.',
      en: 'XML whose declaration names no encoding, or that has no declaration, is read as UTF-8.',
    },
    section: '§3',
    severity: 'must',
    needs: 'read',
  },
  {
    id: 'transport.expect',
    sentence: {
      fr: 'Un corps de plus de 1 Mio annoncé par « Expect: 100-continue » reçoit sa réponse.',
      en: 'A body over 1 MiB that is announced with Expect: 100-continue is answered.',
    },
    section: '§3',
    severity: 'must',
    needs: 'read',
  },
  {
    id: 'transport.keep-alive',
    sentence: {
      fr: 'Plusieurs requêtes passent par une même connexion.',
      en: 'Several requests pass over one connection.',
    },
    section: '§3',
    severity: 'should',
    needs: 'read',
  },
  {
    id: 'transport.get',
    sentence: {
      fr: 'Une requête GET ne montre aucune donnée et n’est pas une erreur du serveur.',
      en: 'A GET shows no data and is no server error.',
    },
    section: '§3',
    severity: 'should',
    needs: 'read',
  },
] as const satisfies readonly Requirement[];
