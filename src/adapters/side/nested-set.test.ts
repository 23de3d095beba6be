import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { misplaced, type TreeNode } from './nested-set.ts';

const node = (
  id: number,
  parent: number,
  [left, right, depth]: readonly [number, number, number],
): TreeNode => ({
  id,
  parent,
  left,
  right,
  depth,
});

const GOOD = [node(1, 0, [1, 8, 0]), node(2, 1, [2, 5, 1]), node(3, 2, [3, 4, 2]), node(4, 1, [6, 7, 1])];

/** Every node once, each enclosing exactly what is below it. */
function expectNestedSet(nodes: readonly TreeNode[]): void {
  const places = nodes.flatMap(({ left, right }) => [left, right]).sort((a, b) => a - b);
  expect(places).toEqual(places.map((_, index) => index + 1));
  const byId = new Map(nodes.map((one) => [one.id, one]));
  for (const { parent, left, right, depth } of nodes) {
    const above = byId.get(parent);
    if (!above) continue;
    expect(above.left < left && right < above.right && depth === above.depth + 1).toBe(true);
  }
}

const repaired = (nodes: readonly TreeNode[]): readonly TreeNode[] => {
  const changes = new Map(misplaced(nodes).map((one) => [one.id, one]));
  return nodes.map((one) => changes.get(one.id) ?? one);
};

describe('a nested set', () => {
  it('that is right has nothing to be put right', () => {
    expect(misplaced(GOOD)).toEqual([]);
    const fromZero = GOOD.map((one) => ({ ...one, left: one.left - 1, right: one.right - 1 }));
    expect(misplaced(fromZero)).toEqual([]);
  });

  it('takes a new node in behind its siblings, and moves what stands after it', () => {
    const added = node(9, 2, [Number.MAX_SAFE_INTEGER, 0, 0]);
    expect([...misplaced([...GOOD, added])].sort((a, b) => a.id - b.id)).toEqual([
      node(1, 0, [1, 10, 0]),
      node(2, 1, [2, 7, 1]),
      node(4, 1, [8, 9, 1]),
      node(9, 2, [5, 6, 2]),
    ]);
  });

  it('is whole again, whatever was broken in it, and keeps the order that there was', () => {
    const broken = fc.array(
      fc.record({ parent: fc.nat(20), left: fc.nat(50), right: fc.nat(50), depth: fc.nat(9) }),
      {
        minLength: 1,
        maxLength: 20,
      },
    );
    fc.assert(
      fc.property(broken, (rows) => {
        const nodes = rows.map((row, index) => ({
          ...row,
          id: index + 1,
          depth: index === 0 ? 0 : row.depth,
          // Each below one that came before it, the first at the top.
          parent: index === 0 ? 0 : (row.parent % index) + 1,
        }));
        const first = { ...nodes[0], left: 1, right: 99 } as TreeNode;
        expectNestedSet(repaired([first, ...nodes.slice(1)]));
        expect(misplaced(repaired([first, ...nodes.slice(1)]))).toEqual([]);
      }),
    );
  });

  it('a node whose parent is gone is kept, at the top', () => {
    expectNestedSet(
      repaired([...GOOD, node(5, 77, [0, 0, 0])]).map((one) => (one.id === 5 ? { ...one, parent: 0 } : one)),
    );
  });

  it('a circle is left alone', () => {
    expect(misplaced([...GOOD, node(5, 6, [0, 0, 0]), node(6, 5, [0, 0, 0])])).toEqual([]);
  });
});
