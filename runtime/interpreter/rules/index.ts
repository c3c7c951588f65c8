/** The rules, in the order in which a newcomer would read them. Each has a page and cases of the same name. */
import { missingDutchText } from './missing-dutch-text.ts'
import { noWayOut } from './no-way-out.ts'
import { routeHole } from './route-hole.ts'
import type { Rule } from './rule.ts'
import { thresholdNeverFires } from './threshold-never-fires.ts'
import { thresholdWithoutRoute } from './threshold-without-route.ts'
import { unknownName } from './unknown-name.ts'
import { unreachableState } from './unreachable-state.ts'

export const rules: readonly Rule[] = [
  unknownName,
  unreachableState,
  noWayOut,
  thresholdNeverFires,
  thresholdWithoutRoute,
  routeHole,
  missingDutchText,
]
