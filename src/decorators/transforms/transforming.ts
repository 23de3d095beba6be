import type { Origin } from '../../domain/origin.ts';
import type { ProductOperation } from '../../domain/product.ts';
import type { OperationName } from '../../shop/operations.ts';
import type { HookContext } from './define-transforms.ts';
import type { Moment } from './moments.ts';
import type { Passing, Transformation } from './pass-hooks.ts';
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

interface Occasion {
  readonly operation: OperationName;
  readonly origin: Origin | undefined;
  readonly message?: ProductOperation;
}

/** How the parts of the decorator go through a moment's hooks. */
export interface Transforming extends TransformsOptions {
  has(moment: Moment): boolean;
  /** One record's way through the hooks of a moment. */
  passing<Name extends Moment>(moment: Name, occasion: Occasion): Passing<Name>;
  stream<Name extends Moment>(moment: Name, occasion: Occasion): RecordStream<Name>;
}

export function createTransforming(options: TransformsOptions): Transforming {
  const passing = <Name extends Moment>(
    moment: Name,
    { operation, origin, message }: Occasion,
  ): Passing<Name> => {
    const context: HookContext = Object.freeze({
      shop: options.shop,
      operation,
      ...(message !== undefined && { message }),
      ...(origin?.exchange !== undefined && { exchange: origin.exchange }),
    });
    return { ...options, moment, context, ...(origin?.trace && { trace: origin.trace }) };
  };
  return {
    ...options,
    has: (moment) => options.hooks[moment].length > 0,
    passing,
    stream: (moment, occasion) => createRecordStream(passing(moment, occasion)),
  };
}

export const isExchanged = (origin: Origin | undefined): boolean =>
  origin === undefined || origin.by === 'erp';
