/** A node of a tree that a CMS keeps as a nested set: `left` and `right` enclose those of all that is below. */
export interface TreeNode {
  readonly id: number;
  /** 0 at the top. */
  readonly parent: number;
  readonly left: number;
  readonly right: number;
  readonly depth: number;
}

/**
 * The nodes whose places are wrong, with the right ones. Only `parent` is believed; children stay in the order of their
 * `left`, and where that is the same, of their ids. So a tree that somebody broke is whole again.
 */
export function misplaced(nodes: readonly TreeNode[]): readonly TreeNode[] {
  const placed: TreeNode[] = [];
  const known = new Set(nodes.map(({ id }) => id));
  const below = Map.groupBy(nodes, ({ parent }) => (known.has(parent) ? parent : 0));
  for (const children of below.values()) children.sort((a, b) => a.left - b.left || a.id - b.id);
  let place = firstPlace(below.get(0) ?? []);
  // A circle has no top: nothing of it is ever met.
  const visit = (node: TreeNode, depth: number): void => {
    const left = place++;
    for (const child of below.get(node.id) ?? []) visit(child, depth + 1);
    placed.push({ ...node, left, right: place++, depth });
  };
  for (const top of below.get(0) ?? []) visit(top, top.depth);
  const before = new Map(nodes.map((node) => [node.id, node]));
  return placed.filter((node) => isElsewhere(node, before.get(node.id)));
}

/** Some CMSs count from 0, others from 1: what is there is kept. */
const firstPlace = (tops: readonly TreeNode[]): number => (tops[0] && tops[0].right > 0 ? tops[0].left : 1);

const isElsewhere = (node: TreeNode, before: TreeNode | undefined): boolean =>
  !before || before.left !== node.left || before.right !== node.right || before.depth !== node.depth;
