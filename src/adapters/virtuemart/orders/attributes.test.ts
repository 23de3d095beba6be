import { expect, test } from 'vitest';
import { parseAttributes } from './attributes.ts';

test.each([
  [
    'of VirtueMart 2',
    '{"12":" <span class=\\"costumTitle\\">Taille<\\/span><span class=\\"costumValue\\" >L<\\/span>","13":"<b>Couleur<\\/b> : Bleu"}',
    ['L', 'Bleu'],
  ],
  ['the field that was chosen', '{"3":"17","4":"18"}', [17, 18]],
  ['a field with what was written into it', '{"3":{"17":{"comment":"Pour Zoé"}}}', [17]],
  ['nothing', '', []],
  ['nothing', null, []],
  ['no fields', '{"3":{"x":"y"},"4":"","5":null}', []],
  ['no JSON', '<span>L</span>', []],
])('%s: %s', (_, json, choices) => {
  expect(parseAttributes(json)).toEqual(choices);
});
