import { defined, filled } from '../../../domain/optional.ts';
import type { OrderLine } from '../../../domain/order.ts';
import { entriesOf, type PhpValue, parseSerialized, textOf } from './serialized.ts';

/**
 * The variant that was bought, by its values: HikaShop notes them with the line, by the axis' name or as the
 * characteristics themselves.
 */
export function axesOf(options: string): Pick<OrderLine, 'axis1' | 'axis2'> {
  const [axis1, axis2] = entriesOf(parseSerialized(options)).map(([, value]) => labelOf(value));
  return defined({ axis1, axis2 });
}

const labelOf = (option: PhpValue): string | undefined =>
  filled(typeof option === 'string' ? option : (textOf(option, 'characteristic_value') ?? ''));
