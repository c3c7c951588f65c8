/** What of an alert is the business of the one who asks: an alert may be about pathways of several organisations. */
import type { Alert, RaisedFiring } from '../../alerts/index.ts'
import type { Library, Role } from '../../engine/index.ts'
import type { Party } from '../../../schemas/index.ts'
import type { Caller } from '../access.ts'
import { RANK } from './rank.ts'

/** For whose kind of party these roles act. Who is not here sees the whole: the centre, and the patient. */
const KIND: Partial<Record<Role, Party['kind']>> = { gp: 'practice', poh: 'practice' }

/** The alert with only the firings that the caller answers for, led by the worst of them; null when there are none. */
export function ownPart(library: Library, { role }: Pick<Caller, 'role'>, alert: Alert): Alert | null {
  const kind = KIND[role]
  if (kind === undefined) return alert
  const asked = isAsked(library, alert, kind)
  const own = [alert.head, ...alert.under].filter((firing) => asked(firing) || answersFor(library, firing, kind))
  const [first, ...others] = own
  if (!first) return null
  if (own.length === 1 + alert.under.length) return alert
  const head = others.reduce((worst, firing) => (RANK[firing.level] < RANK[worst.level] ? firing : worst), first)
  const under = own.filter((firing) => firing !== head)
  const keys = [...new Set(own.map(({ pathway, key }) => `${pathway}/${key}`))]
  return {
    ...alert,
    ...correctedOf(alert, own, keys),
    head,
    under,
    keys,
    level: head.level,
    title: head.title,
    firings: own.length,
  }
}

/** Of the corrections those of readings that their own firings rest on. */
function correctedOf({ corrected }: Alert, own: RaisedFiring[], keys: string[]): Pick<Alert, 'corrected'> {
  if (!corrected) return {}
  const readings = new Set(own.flatMap(({ because }) => because.map(({ id }) => id)))
  return {
    corrected: corrected.filter(
      ({ reading, untrue }) => readings.has(reading) || untrue.some((key) => keys.includes(key)),
    ),
  }
}

/** A pathway in which nobody is named as responsible is everybody's. */
function answersFor(library: Library, { pathway, version }: RaisedFiring, kind: Party['kind']): boolean {
  const { setting, parties } = library.get(pathway, version).definition
  return setting?.responsible === undefined || parties[setting.responsible]?.kind === kind
}

/** Who was asked about an alert sees what it was asked about: the pathway whose route led there. */
function isAsked(
  library: Library,
  { origin, told }: Alert,
  kind: Party['kind'],
): (firing: Pick<RaisedFiring, 'pathway'>) => boolean {
  const { parties } = library.get(origin.pathway, origin.version).definition
  const was = told.some(({ party }) => parties[party]?.kind === kind)
  return ({ pathway }) => was && pathway === origin.pathway
}
