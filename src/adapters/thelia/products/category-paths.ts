import { TOP } from '../site/categories.ts';
import type { Site } from '../site/site.ts';
import type { TheliaSql } from '../tables.ts';

/** Paths of rubriques, from the top down. */
export interface Paths {
  of(category: number | null): readonly string[];
  /** Of a product; the default rubrique is no category, unless the ERP named it. */
  ofProduct(product: { readonly rubrique: number; readonly said: number | null }): readonly string[];
}

interface Row {
  readonly id: number;
  readonly parent: number;
  readonly name: string;
}

const MOST_LEVELS = 100;

export async function createPaths(sql: TheliaSql, { languages, defaultCategory }: Site): Promise<Paths> {
  const rows = await sql
    .selectFrom('rubrique')
    .innerJoin('rubriquedesc as texts', 'texts.rubrique', 'rubrique.id')
    .select(['rubrique.id as id', 'rubrique.parent as parent', 'texts.titre as name'])
    .where('texts.lang', '=', languages.main)
    .orderBy('texts.id', 'desc')
    .execute();
  const byId = new Map(rows.map((row) => [row.id, row]));
  const of = (category: number | null): readonly string[] => pathOf(byId, category ?? TOP);
  const byDefault = defaultCategory.join('\n');
  return {
    of,
    ofProduct({ rubrique, said }) {
      const path = of(rubrique);
      return said !== rubrique && path.join('\n') === byDefault ? [] : path;
    },
  };
}

function pathOf(rows: ReadonlyMap<number, Row>, category: number): readonly string[] {
  const names: string[] = [];
  for (let id = category; id !== TOP && names.length < MOST_LEVELS; ) {
    const row = rows.get(id);
    if (!row) return [];
    names.unshift(row.name);
    id = row.parent;
  }
  return names;
}
