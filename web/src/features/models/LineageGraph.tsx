import '@/locales/models';
import { Graph as DagreGraph, layout } from '@dagrejs/dagre';
import { VisuallyHidden } from '@mantine/core';
import { IconMaximize, IconMinus, IconPlus } from '@tabler/icons-react';
import {
  Background,
  Handle,
  MarkerType,
  Panel,
  Position,
  ReactFlow,
  useReactFlow,
  type Edge as FlowEdge,
  type Node as FlowNode,
  type NodeProps,
} from '@xyflow/react';
import '@xyflow/react/dist/base.css';
import './xyflow.css';
import { createContext, use, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { RiskGlyph } from '@/components/RiskBadge';
import { StateGlyph } from '@/components/StateMark';
import type { LineageNode } from './LineageTab';
import type { Graph, NodeKey } from './lineageGraph';
import classes from './LineageGraph.module.css';

const nodeWidth = 220;
const nodeHeight = 86;

interface Actions {
  open: (key: NodeKey) => void;
  fold: (key: NodeKey, direction: 'up' | 'down') => void;
  move: (from: NodeKey, direction: string) => void;
  register: (key: NodeKey, element: HTMLElement | null) => void;
}

const ActionsContext = createContext<Actions | null>(null);

function LineageBox({ data }: NodeProps<FlowNode<LineageNode>>) {
  const { t } = useTranslation();
  const actions = use(ActionsContext)!;
  const onKey = (event: KeyboardEvent) => {
    if (event.key.startsWith('Arrow')) {
      event.preventDefault();
      event.stopPropagation();
      actions.move(data.key, event.key);
    }
  };
  return (
    <div className={classes.node} data-kind={data.kind} data-focus={data.isFocus}>
      <Handle type="target" position={Position.Left} isConnectable={false} />
      <button
        type="button"
        className={`${classes.open} nodrag`}
        ref={(element) => actions.register(data.key, element)}
        onClick={() => actions.open(data.key)}
        onKeyDown={onKey}
      >
        {data.name}
      </button>
      <div className={classes.detail}>
        {data.risk && <RiskGlyph level={data.risk} size={10} />}
        {data.status && (
          <>
            <StateGlyph status={data.status} size={10} /> {t(`status.${data.status}`)}
          </>
        )}
        {data.sensitivity && t(`sensitivity.${data.sensitivity}`)}
      </div>
      {data.kind === 'model' && (
        <div className={classes.folds}>
          {(['up', 'down'] as const).map((direction) => {
            const open = direction === 'up' ? data.upOpen : data.downOpen;
            const label =
              direction === 'up' ? (open ? 'collapseUp' : 'expandUp') : open ? 'collapseDown' : 'expandDown';
            return (
              <button
                key={direction}
                type="button"
                className={`${classes.fold} nodrag`}
                aria-expanded={open}
                aria-label={t(`models.lineage.${label}`, { name: data.name })}
                onClick={() => actions.fold(data.key, direction)}
              >
                {open ? '−' : '+'}
              </button>
            );
          })}
        </div>
      )}
      <Handle type="source" position={Position.Right} isConnectable={false} />
    </div>
  );
}

const nodeTypes = { lineage: LineageBox };
const wholeGraph = { maxZoom: 1, padding: 0.12 };

/** In the place of the ready-made controls, which speak English only and have a name without a role. */
function Zoom() {
  const { t } = useTranslation();
  const { zoomIn, zoomOut, fitView } = useReactFlow();
  const buttons = [
    { key: 'zoomIn', run: () => zoomIn(), Icon: IconPlus },
    { key: 'zoomOut', run: () => zoomOut(), Icon: IconMinus },
    { key: 'fit', run: () => fitView(wholeGraph), Icon: IconMaximize },
  ] as const;
  return (
    <Panel position="bottom-left" className={classes.zoom} role="group" aria-label={t('models.lineage.zoom')}>
      {buttons.map(({ key, run, Icon }) => (
        <button key={key} type="button" aria-label={t(`models.lineage.${key}`)} onClick={() => void run()}>
          <Icon size={16} stroke={1.5} aria-hidden="true" />
        </button>
      ))}
    </Panel>
  );
}

/** The graph, laid out from left to right; arrow keys go along its links. */
export default function LineageGraph({
  graph,
  nodes,
  label,
  open,
  fold,
}: {
  graph: Graph;
  nodes: LineageNode[];
  label: string;
  open: (key: NodeKey) => void;
  fold: (key: NodeKey, direction: 'up' | 'down') => void;
}) {
  const { t } = useTranslation();
  const elements = useRef(new Map<NodeKey, HTMLElement>());
  const [announced, setAnnounced] = useState('');

  const flow = useMemo(() => {
    const dagre = new DagreGraph().setDefaultEdgeLabel(() => ({}));
    dagre.setGraph({ rankdir: 'LR', nodesep: 24, ranksep: 150 });
    graph.nodes.forEach((key) => dagre.setNode(key, { width: nodeWidth, height: nodeHeight }));
    graph.edges.forEach((edge) => dagre.setEdge(edge.from, edge.to));
    layout(dagre);
    const flowNodes: FlowNode<LineageNode>[] = nodes.map((node) => {
      const at = dagre.node(node.key) as { x: number; y: number };
      return {
        id: node.key,
        type: 'lineage',
        position: { x: at.x - nodeWidth / 2, y: at.y - nodeHeight / 2 },
        data: node,
        focusable: false,
        selectable: false,
      };
    });
    const flowEdges: FlowEdge[] = graph.edges.map((edge) => ({
      id: edge.key,
      source: edge.from,
      target: edge.to,
      label:
        edge.relation.kind === 'dataset'
          ? t(`datasetType.${edge.relation.type}`)
          : t(`dependencyType.${edge.relation.type}`),
      markerEnd: { type: MarkerType.ArrowClosed },
      focusable: false,
      selectable: false,
    }));
    return { nodes: flowNodes, edges: flowEdges };
  }, [graph, nodes, t]);

  const actions: Actions = {
    open,
    fold,
    register: (key, element) => {
      if (element) {
        elements.current.set(key, element);
      } else {
        elements.current.delete(key);
      }
    },
    move: (from, direction) => {
      const up = graph.edges.filter((edge) => edge.to === from).map((edge) => edge.from);
      const down = graph.edges.filter((edge) => edge.from === from).map((edge) => edge.to);
      const place = flow.nodes.find((one) => one.id === from)!.position;
      let target: NodeKey | undefined;
      if (direction === 'ArrowLeft') {
        target = up[0];
      } else if (direction === 'ArrowRight') {
        target = down[0];
      } else {
        const column = flow.nodes
          .filter((one) => Math.abs(one.position.x - place.x) < nodeWidth / 2)
          .sort((one, other) => one.position.y - other.position.y);
        const index = column.findIndex((one) => one.id === from) + (direction === 'ArrowDown' ? 1 : -1);
        target = column[index]?.id as NodeKey | undefined;
      }
      if (target) {
        elements.current.get(target)?.focus();
        const node = nodes.find((one) => one.key === target);
        setAnnounced(
          t('models.lineage.selected', {
            name: node?.name ?? '',
            up: graph.edges.filter((edge) => edge.to === target).length,
            down: graph.edges.filter((edge) => edge.from === target).length,
          }),
        );
      }
    },
  };

  return (
    <ActionsContext value={actions}>
      <div className={classes.region} role="group" aria-label={label}>
        <ReactFlow
          nodes={flow.nodes}
          edges={flow.edges}
          nodeTypes={nodeTypes}
          fitView
          fitViewOptions={wholeGraph}
          minZoom={0.2}
          nodesDraggable={false}
          nodesConnectable={false}
          nodesFocusable={false}
          edgesFocusable={false}
          disableKeyboardA11y
          preventScrolling={false}
          zoomOnScroll={false}
          key={graph.nodes.join()}
        >
          <Background gap={24} size={1} />
          <Zoom />
        </ReactFlow>
      </div>
      <p className="small dimmed">{t('models.lineage.hint')}</p>
      <VisuallyHidden role="status">{announced}</VisuallyHidden>
    </ActionsContext>
  );
}
