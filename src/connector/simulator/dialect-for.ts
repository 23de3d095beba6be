import type { WrittenCompression } from '../../wire/compression/compress.ts';
import type { ErpProfile } from '../profiles/profile.ts';
import type { Dialect } from '../remote/dialect.ts';
import { type Dice, throwDice } from './dice.ts';

/** What createRemoteShop takes to speak as one installation of the connector does. */
export interface SimulatedDialect {
  readonly dialect: Dialect;
  readonly compression: WrittenCompression;
}

/**
 * The quirks of one installation: the seed and the ERP decide them all, the forms' boundaries too, which are counted: the
 * same calls are the same bytes. Compressed bytes are those of this Node's zlib.
 */
export function dialectFor({ name }: Pick<ErpProfile, 'name'>, seed: number): SimulatedDialect {
  const dice = throwDice(seed, 'dialect', name);
  return {
    compression: dice.pick(['0', '1', '3'], 'compression'),
    dialect: {
      form: dice.pick(['multipart', 'multipart', 'multipart', 'urlencoded'], 'form'),
      fieldOrder: dice.pick(['data-last', 'data-first'], 'field order'),
      routing: dice.pick(['variables', 'xml', 'both'], 'routing'),
      declaration: dice.pick(['full', 'bare', 'none'], 'declaration'),
      vocabulary: dice.pick(['universal', 'prestashop'], 'vocabulary'),
      expectContinue: dice.chance(75, 'expects 100'),
      boundary: countedBoundaries(dice),
    },
  };
}

/** As libcurl writes them: 24 hyphens, then 24 hexadecimal digits; here eight of them count the requests. */
function countedBoundaries(dice: Dice): () => string {
  let made = 0;
  const hexadecimal = (value: number): string => value.toString(16).padStart(8, '0');
  const installation =
    hexadecimal(dice.below(2 ** 32, 'boundary')) + hexadecimal(dice.below(2 ** 32, 'boundary 2'));
  return () => {
    made += 1;
    return `${'-'.repeat(24)}${installation}${hexadecimal(made)}`;
  };
}
