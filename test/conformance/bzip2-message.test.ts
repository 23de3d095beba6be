import { expect, test } from 'vitest';
import { BZIP2_MESSAGE, BZIP2_REFERENCE, BZIP2_TEXT } from '../../src/conformance/scenarios/bzip2-message.ts';
import { bunzip2Whole } from '../../src/wire/compression/bzip2/decode.ts';

test('the compressed message of the conformance kit says what stands beside it', () => {
  expect(Buffer.concat([...bunzip2Whole(BZIP2_MESSAGE)]).toString()).toBe(BZIP2_TEXT);
  expect(BZIP2_TEXT).toContain(`<id_product>${BZIP2_REFERENCE}</id_product>`);
});
