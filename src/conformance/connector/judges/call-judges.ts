import type { CallJudge } from './call-judge.ts';
import { judgePush, judgeSalesDocument } from './documents.ts';
import { judgeProduct } from './products.ts';
import { judgeCustomers, judgeListParameters, judgePriceRules, judgeTracking } from './records.ts';
import { judgeData, judgeRequest } from './request.ts';
import { judgeValues } from './values.ts';

/** Every judge of a single call. */
export const CALL_JUDGES: readonly CallJudge[] = [
  judgeRequest,
  judgeData,
  judgeValues,
  judgeProduct,
  judgeListParameters,
  judgeCustomers,
  judgePriceRules,
  judgeTracking,
  judgeSalesDocument,
  judgePush,
];
