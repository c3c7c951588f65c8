/** Where everything stands: ELK lays the shapes out in a worker, top down, in the order of the text so that little moves. */
import type { ElkExtendedEdge, ElkNode, ElkPoint, LayoutOptions } from 'elkjs/lib/elk-api.js'
import ELK from 'elkjs/lib/elk-api.js'
import workerUrl from 'elkjs/lib/elk-worker.min.js?url'
import type { Graph } from './graph.ts'
import { stateBox, wayBoxes, type LabelBox, type StateBox, type WayBox } from './measure.ts'
import type { Measure } from './wrap.ts'

export type Point = { x: number; y: number }
export type PlacedState = StateBox & Point
export type PlacedLabel = LabelBox & Point
export type PlacedWay = { labels: PlacedLabel[]; points: Point[] }
export type Layout = {
  states: PlacedState[]
  ways: PlacedWay[]
  /** The arrow into the first state. */
  start: Point[]
  size: { width: number; height: number }
}

const common: LayoutOptions = {
  'elk.algorithm': 'layered',
  'elk.direction': 'DOWN',
  'elk.edgeRouting': 'ORTHOGONAL',
  'elk.json.edgeCoords': 'ROOT',
  'elk.json.shapeCoords': 'ROOT',
  'elk.layered.nodePlacement.strategy': 'NETWORK_SIMPLEX',
  'elk.layered.edgeLabels.sideSelection': 'SMART_DOWN',
  'elk.spacing.nodeNode': '26',
  'elk.spacing.edgeLabel': '5',
  'elk.spacing.edgeNode': '14',
  'elk.spacing.edgeEdge': '12',
  'elk.spacing.nodeSelfLoop': '18',
  'elk.layered.spacing.nodeNodeBetweenLayers': '34',
  'elk.layered.spacing.edgeNodeBetweenLayers': '16',
  'elk.separateConnectedComponents': 'true',
  'elk.spacing.componentComponent': '40',
}
/** Keeps the order of the text: a state that is added does not stir the others. */
const steady = {
  'elk.layered.considerModelOrder.strategy': 'NODES_AND_EDGES',
  'elk.layered.cycleBreaking.strategy': 'MODEL_ORDER',
}
/** ELK fails with `steady` on some graphs; with this it never did. */
const robust = {
  'elk.layered.considerModelOrder.strategy': 'NONE',
  'elk.layered.cycleBreaking.strategy': 'DEPTH_FIRST',
}
/** Arrows may cross the side of a phase. */
const nested = { 'elk.hierarchyHandling': 'INCLUDE_CHILDREN' }
const labelOptions = { 'elk.edgeLabels.inline': 'false', 'elk.edgeLabels.placement': 'CENTER' }
const startId = ' start'

let elk: { layout: (graph: ElkNode) => Promise<ElkNode> } | undefined

/** Gives everything in the graph a place. In a worker, so that the page goes on. */
export async function layOut(graph: Graph, measure: Measure): Promise<Layout> {
  elk ??= new ELK({ workerFactory: () => new Worker(workerUrl) })
  const states = graph.states.map((state) => stateBox(state, graph, measure))
  const ways = wayBoxes(graph, measure)
  const ask = (options: LayoutOptions): ElkNode => elkGraph(states, ways, { ...common, ...options })
  const flat = graph.states.every(({ phase }) => phase === null)
  const placed = await (flat
    ? elk.layout(ask(steady)).catch(() => elk!.layout(ask(robust)))
    : elk.layout(ask({ ...robust, ...nested })))
  return read(placed, states, ways)
}

function elkGraph(states: StateBox[], ways: WayBox[], layoutOptions: LayoutOptions): ElkNode {
  const initial = states.find(({ state }) => state.initial && state.phase === null)
  const start: ElkNode[] = initial ? [{ id: startId, width: 14, height: 14 }] : []
  const into: ElkExtendedEdge[] = initial ? [{ id: startId, sources: [startId], targets: [initial.state.id] }] : []
  return {
    id: ' root',
    layoutOptions,
    children: [...start, ...states.filter(({ state }) => state.phase === null).map((box) => elkNode(box, states))],
    edges: [...into, ...ways.map(elkEdge)],
  }
}

/** A phase is a box around its sub-states, which begin below its own words. */
function elkNode({ state, size }: StateBox, states: StateBox[]): ElkNode {
  const inside = states.filter((box) => box.state.phase === state.id)
  if (inside.length === 0) return { id: state.id, ...size }
  const layoutOptions = {
    'elk.padding': `[top=${size.height + 16},left=18,bottom=18,right=18]`,
    'elk.nodeSize.constraints': 'MINIMUM_SIZE',
    'elk.nodeSize.minimum': `(${size.width},${size.height})`,
  }
  return { id: state.id, layoutOptions, children: inside.map((box) => elkNode(box, states)) }
}

const idOf = ({ from, to }: WayBox): string => `${from} ${to}`

function elkEdge(way: WayBox): ElkExtendedEdge {
  const labels = [{ text: idOf(way), ...way.size, layoutOptions: labelOptions }]
  return { id: idOf(way), sources: [way.from], targets: [way.to], labels }
}

function read(placed: ElkNode, states: StateBox[], ways: WayBox[]): Layout {
  const nodes = new Map(nodesIn(placed).map((node) => [node.id, node]))
  const edges = new Map((placed.edges ?? []).map((edge) => [edge.id, edge as ElkExtendedEdge]))
  return {
    states: states.map((box) => placeState(box, nodes.get(box.state.id))),
    ways: ways.map((way) => placeWay(way, edges.get(idOf(way)))),
    start: pointsOf(edges.get(startId)),
    size: { width: placed.width ?? 0, height: placed.height ?? 0 },
  }
}

const nodesIn = ({ children = [] }: ElkNode): ElkNode[] => children.flatMap((node) => [node, ...nodesIn(node)])

/** A phase becomes as large as what stands in it. */
function placeState(box: StateBox, node: ElkNode | undefined): PlacedState {
  const { x = 0, y = 0, width = box.size.width, height = box.size.height } = node ?? {}
  return { ...box, x, y, size: { width, height } }
}

function placeWay({ labels }: WayBox, edge: ElkExtendedEdge | undefined): PlacedWay {
  const { x = 0, y = 0 } = edge?.labels?.[0] ?? {}
  return { points: pointsOf(edge), labels: labels.map((label) => ({ ...label, x, y: y + label.y })) }
}

function pointsOf(edge: ElkExtendedEdge | undefined): Point[] {
  const section = edge?.sections?.[0]
  const points: ElkPoint[] = section ? [section.startPoint, ...(section.bendPoints ?? []), section.endPoint] : []
  return points.map(({ x, y }) => ({ x, y }))
}
