import { basename } from 'node:path';
import {
  joined,
  MODULE_FORM,
  type NamedHooks,
  namedHooks,
} from '../decorators/transforms/define-transforms.ts';
import { compileFieldMaps } from '../decorators/transforms/field-maps/compile.ts';
import { createStates } from '../decorators/transforms/states.ts';
import type { TransformsOptions } from '../decorators/transforms/transforming.ts';
import { defined } from '../domain/optional.ts';
import { loadExport } from './load-module.ts';
import type { TransformsSpec } from './shop-spec.ts';

/** Field maps as hooks, then those of each module. Rejects with `file_unreadable` or `hook_unknown`. */
export async function loadTransforms({
  shop,
  modules,
  fieldMaps = {},
  finalState,
  timeoutMs,
}: TransformsSpec): Promise<TransformsOptions> {
  const { orderStates } = fieldMaps;
  return {
    shop,
    timeoutMs,
    hooks: joined([compileFieldMaps(fieldMaps), ...(await Promise.all(modules.map(loadHooks)))]),
    ...(orderStates && { states: createStates(orderStates) }),
    ...defined({ finalState }),
  };
}

const loadHooks = async (path: string): Promise<NamedHooks> =>
  namedHooks(await loadExport(path, MODULE_FORM, isObject), basename(path));

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;
