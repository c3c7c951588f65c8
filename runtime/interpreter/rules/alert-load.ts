/** Rule `alert-load`: the alerts to expect stay within what the authors find acceptable. */
import { fill } from '../say.ts'
import { partAt } from '../pointer.ts'
import { forecast } from './reasoning/forecast.ts'
import { isWhole } from './reasoning/whole.ts'
import { both, titled } from './reasoning/wording.ts'
import type { Draft, Examined, Rule } from './rule.ts'

const words = {
  none: {
    nl: 'Er staat niet hoeveel meldingen aanvaardbaar zijn. Voeg een “budget” toe: dan is te zien of een wijziging te veel meldingen geeft.',
    en: 'It does not say how many alerts are acceptable. Add a “budget”: then it shows whether a change gives too many alerts.',
  },
  noneExample: {
    nl: 'Naar schatting geeft een patiënt in “{title}” {expected} meldingen per week, en niemand heeft gezegd of dat te veel is.',
    en: 'By estimate a patient in “{title}” raises {expected} alerts a week, and nobody said whether that is too many.',
  },
  above: {
    nl: 'Dit zorgpad geeft naar schatting {expected} meldingen per patiënt per week; het budget is {budget}. Dit is een ruwe schatting vooraf: de pagina van deze regel noemt de aannames.',
    en: 'By estimate this pathway gives {expected} alerts per patient per week; the budget is {budget}. This is a rough forecast: the page of this rule names its assumptions.',
  },
  aboveExample: {
    nl: 'Een patiënt in “{state}” heeft {windows} meetvensters per week; van alle verwachte meldingen komt {share}% van {source} in deze fase.',
    en: 'A patient in “{state}” has {windows} measuring windows a week; of all expected alerts {share}% comes from {source} in this state.',
  },
  threshold: { nl: 'de drempel “{title}”', en: 'the threshold “{title}”' },
  transition: { nl: 'een overgang', en: 'a transition' },
}

export const alertLoad: Rule = {
  code: 'alert-load',
  check: (pathway) => {
    const { definition, broken } = pathway
    if (!isWhole(pathway) || broken('/states') || broken('/schedules') || broken('/thresholds') || broken('/budget'))
      return []
    const budget = definition.budget?.alertsPerPatientWeek
    return budget === undefined ? [withoutBudget(pathway)] : aboveBudget(pathway, budget)
  },
}

const rounded = (number: number): number => Number(number.toPrecision(2))

function withoutBudget(pathway: Examined): Draft {
  const { title, pathway: id, budget } = pathway.definition
  const about = {
    title: both((language) => title[language] ?? title.nl ?? id),
    expected: rounded(forecast(pathway).weekly),
  }
  const path = budget === undefined ? '/pathway' : '/budget'
  return { path, at: 'key', severity: 'hint', message: fill(words.none), example: fill(words.noneExample, about) }
}

/** A forecast this rough says something only when it is far off. */
function aboveBudget(pathway: Examined, budget: number): Draft[] {
  const { definition } = pathway
  const { weekly, worst } = forecast(pathway)
  if (weekly <= budget || worst === null) return []
  const { state, source, share } = worst
  const message = fill(words.above, { expected: rounded(weekly), budget })
  const example = fill(words.aboveExample, {
    state: titled(definition, 'states', state.id),
    windows: rounded(state.windows),
    share: Math.round(share * 100),
    source: sourceOf(pathway, source.path),
  })
  const severity = weekly > 2 * budget ? 'warning' : 'hint'
  return [{ path: '/budget/alertsPerPatientWeek', severity, message, example }]
}

/** A threshold by its title, a transition by the title of its alert or itself. */
function sourceOf({ definition }: Examined, path: string) {
  const [, section, name] = path.split('/')
  if (section === 'thresholds') return fill(words.threshold, { title: titled(definition, 'thresholds', name!) })
  const { title, alert } = partAt(definition, path) as {
    title?: { nl?: string }
    alert?: { title?: { nl?: string; en?: string } }
  }
  const said: { nl?: string; en?: string } | undefined = title ?? alert?.title
  return said?.nl === undefined ? fill(words.transition) : both((language) => `“${said[language] ?? said.nl}”`)
}
