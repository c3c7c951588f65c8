/** Generated from shared.schema.json by `npm run generate`. Do not edit. */
import type {PathwayDefinition} from './pathway.ts'

/**
 * Parts that several pathways use: a pathway fetches them by name with use.
 */
export interface Shared {
  shared: PathwayDefinition['pathway']
  title: PathwayDefinition['title']
  evidence?: PathwayDefinition['evidence']
  parties?: PathwayDefinition['parties']
  facts?: PathwayDefinition['facts']
  measurements?: PathwayDefinition['measurements']
  questionnaires?: PathwayDefinition['questionnaires']
  scores?: PathwayDefinition['scores']
  calendars?: PathwayDefinition['calendars']
  routes?: PathwayDefinition['routes']
  messages?: PathwayDefinition['messages']
  scripts?: PathwayDefinition['scripts']
}
