/** A routing tree of Alertmanager, said in our own words: labels are facts, each receiver has a threshold with its route. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { alert, compileRoutes, firingsIn, noAlerts } from '../../runtime/alerts/index.ts'
import { compile, parse, start, step } from '../../runtime/interpreter/index.ts'
import type { Condition, PathwayDefinition } from '../../schemas/index.ts'

type Node = {
  receiver?: string
  match?: Record<string, string>
  match_re?: Record<string, string>
  continue?: boolean
  group_wait?: string
  routes?: Node[]
}
type Case = { labels: Record<string, string>; receivers: string[]; groupWait: string | string[] | null }

const { tree, cases } = JSON.parse(readFileSync(join(import.meta.dirname, '../data/routing/routing.json'), 'utf8')) as {
  tree: Node
  cases: Case[]
}

const LABELS = ['owner', 'env', 'job', 'group_by', 'wait']
const ABSENT = 'absent'
/** A regular expression becomes the answers that it fits. */
const VALUES = [ABSENT, 'team-A', 'team-B', 'team-C', 'unset', 'testing', 'production', 'role', 'long']

const factOf = (label: string): string => label.replace('_', '-')

function conditionsOf({ match = {}, match_re = {} }: Node): Condition[] {
  const equal = Object.entries(match).map(([label, is]): Condition => ({ fact: factOf(label), is }))
  const like = Object.entries(match_re).map(([label, pattern]): Condition => {
    const fits = (value: string) => new RegExp(`^(?:${pattern})$`).test(value === ABSENT ? '' : value)
    return { fact: factOf(label), oneOf: VALUES.filter(fits) }
  })
  return [...equal, ...like]
}

/** Who gets it, and when: where no child of the node takes it, and no earlier brother that keeps it to himself. */
function leavesOf(node: Node, receiver: string, around: Condition[]): { receiver: string; when: Condition[] }[] {
  const own = [...around, ...conditionsOf(node)]
  const children = node.routes ?? []
  const below = children.flatMap((child, index) => {
    const before = children.slice(0, index).filter((brother) => !brother.continue)
    return leavesOf(child, child.receiver ?? receiver, [...own, ...before.map(isNot)])
  })
  return [...below, { receiver, when: [...own, ...children.map(isNot)] }]
}

const isNot = (node: Node): Condition => ({ not: { all: conditionsOf(node) } })

const leaves = leavesOf(tree, tree.receiver!, [])
const nameOf = (receiver: string): string => receiver.toLowerCase()

const definition: PathwayDefinition = {
  pathway: 'routing',
  version: '1.0.0',
  title: { nl: 'Routering', en: 'Routing' },
  timezone: 'Europe/Amsterdam',
  parties: Object.fromEntries(
    leaves.map(({ receiver }) => [nameOf(receiver), { title: { nl: receiver }, kind: 'centre' as const }]),
  ),
  facts: Object.fromEntries(LABELS.map((label) => [factOf(label), { type: 'choice' as const, options: VALUES }])),
  measurements: { value: { code: 'value' } },
  thresholds: Object.fromEntries(
    leaves.map(({ receiver, when }, index) => [
      `leaf-${index}`,
      { level: 'red' as const, route: nameOf(receiver), when: { all: [{ measurement: 'value', above: 0 }, ...when] } },
    ]),
  ),
  routes: Object.fromEntries(
    leaves.map(({ receiver }) => [
      nameOf(receiver),
      [{ to: nameOf(receiver), by: 'worklist' as const, within: '1 day' }],
    ]),
  ),
  initial: 'here',
  states: { here: {} },
}

/** Through the real interpreter and the real alerts. */
function routed(labels: Record<string, string>): { told: string[]; fired: string[] } {
  const { document } = parse(JSON.stringify(definition))
  const pathway = compile(document!)
  const facts = Object.fromEntries(LABELS.map((label) => [factOf(label), labels[label] ?? ABSENT]))
  const { enrolment } = start(pathway, facts, 0, 'e1')
  const reading = { id: 'r1', measurement: 'value', value: 1, at: 60_000 }
  const { effects } = step(pathway, enrolment, { type: 'submission', readings: [reading] }, 60_000)
  const firings = firingsIn(effects, { enrolment: 'e1', pathway: 'routing', version: '1.0.0' })
  const routes = compileRoutes(pathway)
  const result = alert(() => routes, noAlerts('p'), { type: 'raised', firings }, 60_000)
  const told = result.effects.flatMap((effect) => (effect.type === 'told' ? [effect.step.party] : []))
  return { told, fired: firings.map(({ route }) => route) }
}

/** One alert asks one party at a time: `continue`, which tells two, is not what we want for people. */
const inWords = cases.filter(({ receivers }) => receivers.length === 1)
const several = cases.filter(({ receivers }) => receivers.length > 1)

describe('the routing tree of Alertmanager', () => {
  it('has eight cases: seven with one receiver, which our routes can say; one with `continue`, which they cannot', () => {
    expect([cases.length, inWords.length, several.length]).toEqual([8, 7, 1])
  })

  it.each(inWords.map(({ labels, receivers }) => [JSON.stringify(labels), labels, receivers] as const))(
    '%s reaches its receiver',
    (_text, labels, receivers) => {
      expect(routed(labels).told).toEqual(receivers.map(nameOf))
    },
  )

  it('with `continue`: both are found, one is asked, and the other stands under the same alert', () => {
    const [{ labels, receivers }] = several as [Case]
    const { told, fired } = routed(labels)
    expect(fired.toSorted()).toEqual(receivers.map(nameOf).toSorted())
    expect(told).toEqual([nameOf(receivers[0]!)])
  })

  it('has waiting times for groups in three cases; an alert about a patient is told at once', () => {
    expect(cases.filter(({ groupWait }) => groupWait !== null)).toHaveLength(3)
  })
})
