import type { CmsSettings } from '../adapters/settings.ts';
import type { FieldMaps } from '../decorators/transforms/field-maps/field-map.ts';
import type { StoreOptions } from '../store/options.ts';

/**
 * All that it takes to open a shop. Plain data that can be cloned, so that another thread opens the very same stack;
 * what needs code is named by the path of the module that it is loaded from.
 */
export interface ShopSpec {
  /** Where the shop's data is; its kind is told by its beginning. */
  readonly url: string;
  /** Where a store of ours goes, beside a shop of another kind, for what that one has no place for. */
  readonly sideUrl: string;
  /** How a store of ours is opened, there or here. */
  readonly store: Omit<StoreOptions, 'url' | 'now'>;
  /** Of a shop on a CMS's tables: what its database does not know. */
  readonly cms?: CmsSettings;
  /** What stands before the shop; the first is asked first. */
  readonly decorators: readonly DecoratorSpec[];
  /** What is changed on the way from and to the ERP, before all decorators. */
  readonly transforms?: TransformsSpec;
}

export interface DecoratorSpec {
  /** Absolute path of a module whose default export is a `Decorator`. */
  readonly module: string;
  /** Handed to it. */
  readonly options?: unknown;
}

export interface TransformsSpec {
  /** The shop's name, for those who write hooks. */
  readonly shop: string;
  /** Absolute paths of modules whose default export `defineTransforms` made; in their order. */
  readonly modules: readonly string[];
  /** Done before the modules' hooks. */
  readonly fieldMaps?: FieldMaps;
  /** The shop's own state that a confirmed order takes, where states have other names on the ERP's side. */
  readonly finalState?: string;
  /** How long one call of a hook may take. */
  readonly timeoutMs: number;
}
