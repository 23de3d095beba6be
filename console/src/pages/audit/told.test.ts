import { expect, test } from 'vitest';
import { ATTEMPT_WORDS } from './attempts.ts';
import { deedOf } from './told.ts';
import { AUDIT_WORDS } from './words.ts';

const told = (language: 'en' | 'fr', action: string, outcome?: string): string =>
  deedOf({ action, outcome }, AUDIT_WORDS[language].actions, ATTEMPT_WORDS[language]);

test('only what was done is told as done', () => {
  expect(told('en', 'replayExchangeForReal', 'done')).toBe('Replayed an exchange for real: it became');
  expect(told('en', 'replayExchangeForReal', 'refused')).toBe('Tried to replay an exchange for real');
  expect(told('fr', 'createWebhook', 'refused')).toBe('A voulu faire un webhook');
  expect(told('fr', 'createWebhook')).toBe('A voulu faire un webhook');
  expect(told('en', 'somethingNew', 'refused')).toBe('somethingNew');
});

test('what can be done can be tried', () => {
  expect(Object.keys(ATTEMPT_WORDS.en)).toEqual(expect.arrayContaining(Object.keys(AUDIT_WORDS.en.actions)));
});
