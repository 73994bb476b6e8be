import type { DependencyType, DatasetType, Lineage } from '@/api/types';

export type NodeKey = `model-${number}` | `dataset-${number}`;

export interface Edge {
  key: string;
  from: NodeKey;
  to: NodeKey;
  relation: { kind: 'dataset'; type: DatasetType } | { kind: 'model'; type: DependencyType };
  notes: string | null;
}

export interface Graph {
  nodes: NodeKey[];
  edges: Edge[];
}

export const modelKey = (id: number): NodeKey => `model-${id}`;
export const datasetKey = (id: number): NodeKey => `dataset-${id}`;
export const isModel = (key: NodeKey) => key.startsWith('model-');
export const idOf = (key: NodeKey) => Number(key.split('-')[1]);

/** The edges that the lineage of a model shows, up (where it comes from) and down (what came from it). */
export function edgesOf(lineage: Lineage): { up: Edge[]; down: Edge[] } {
  const dependency = (one: Lineage['parent_models'][number]): Edge => ({
    key: `dependency-${one.id}`,
    from: modelKey(one.parent_model_id),
    to: modelKey(one.child_model_id),
    relation: { kind: 'model', type: one.dependency_type },
    notes: one.notes,
  });
  return {
    up: [
      ...lineage.datasets.map((one): Edge => ({
        key: `link-${one.id}`,
        from: datasetKey(one.dataset_id),
        to: modelKey(one.model_id),
        relation: { kind: 'dataset', type: one.dataset_type },
        notes: one.notes,
      })),
      ...lineage.parent_models.map(dependency),
    ],
    down: lineage.child_models.map(dependency),
  };
}

/** Which sides of which models are unfolded. */
export interface Unfolded {
  up: ReadonlySet<number>;
  down: ReadonlySet<number>;
}

/** What is visible from a focus, going only through what is unfolded. */
export function visible(focus: number, known: ReadonlyMap<number, Lineage>, unfolded: Unfolded): Graph {
  const nodes = new Set<NodeKey>([modelKey(focus)]);
  const edges = new Map<string, Edge>();
  const queue = [focus];
  const seen = new Set<number>();
  while (queue.length > 0) {
    const id = queue.shift()!;
    if (seen.has(id)) {
      continue;
    }
    seen.add(id);
    const lineage = known.get(id);
    if (!lineage) {
      continue;
    }
    const { up, down } = edgesOf(lineage);
    for (const edge of [...(unfolded.up.has(id) ? up : []), ...(unfolded.down.has(id) ? down : [])]) {
      edges.set(edge.key, edge);
      for (const end of [edge.from, edge.to]) {
        nodes.add(end);
        if (isModel(end)) {
          queue.push(idOf(end));
        }
      }
    }
  }
  return { nodes: [...nodes], edges: [...edges.values()] };
}
