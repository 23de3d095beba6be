import type { Origin } from '../../domain/origin.ts';
import type { ProductOperation } from '../../domain/product.ts';
import type { OperationName } from '../../shop/operations.ts';
import type { HookContext } from './define-transforms.ts';
import type { Moment } from './moments.ts';
import type { Transformation } from './pass-hooks.ts';
import { createRecordStream, type RecordStream } from './record-stream.ts';
import type { States } from './states.ts';

/** What a shop transforms. */
export interface TransformsOptions extends Transformation {
  /** The shop's name. */
  readonly shop: string;
  /** What the states of orders are called on either side. */
  readonly states?: States;
  /** The shop's own state that a confirmed order takes where the ERP names none; of a shop with `states`. */
  readonly finalState?: string;
}

/** How the parts of the decorator go through a moment's hooks. */
export interface Transforming extends TransformsOptions {
  has(moment: Moment): boolean;
  context(operation: OperationName, origin?: Origin, message?: ProductOperation): HookContext;
  stream<Name extends Moment>(moment: Name, operation: OperationName, origin?: Origin): RecordStream<Name>;
}

export function createTransforming(options: TransformsOptions): Transforming {
  const context = (operation: OperationName, origin?: Origin, message?: ProductOperation): HookContext =>
    Object.freeze({
      shop: options.shop,
      operation,
      ...(message !== undefined && { message }),
      ...(origin?.exchange !== undefined && { exchange: origin.exchange }),
    });
  return {
    ...options,
    has: (moment) => options.hooks[moment].length > 0,
    context,
    stream: (moment, operation, origin) =>
      createRecordStream(options, { moment, context: context(operation, origin) }),
  };
}

export const isExchanged = (origin: Origin | undefined): boolean =>
  origin === undefined || origin.by === 'erp';
