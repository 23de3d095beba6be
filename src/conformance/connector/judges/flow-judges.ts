import { judgeChoice } from './choice.ts';
import { judgeErrors } from './errors.ts';
import type { FlowJudge } from './flow-judge.ts';
import { judgeLists } from './lists.ts';
import { judgeOrders } from './orders.ts';

/** Every judge of the whole conversation. */
export const FLOW_JUDGES: readonly FlowJudge[] = [judgeLists, judgeChoice, judgeOrders, judgeErrors];
