/** What this server can do, in FHIR's own words: only what is really there. */
import type { CapabilityStatement, CapabilityStatementRestResourceSearchParam } from '@medplum/fhirtypes'
import type { Instant } from '../interpreter/enrolment.ts'
import { PARAMETERS } from './search.ts'

const TYPES: Record<string, CapabilityStatementRestResourceSearchParam['type']> = {
  patient: 'reference',
  subject: 'reference',
  date: 'date',
}

/** `base` is the FHIR base address, `published` when this software was started or released. */
export function capabilityStatement(base: string, published: Instant): CapabilityStatement {
  return {
    resourceType: 'CapabilityStatement',
    status: 'active',
    date: new Date(published).toISOString(),
    kind: 'instance',
    software: { name: 'Zorgpad' },
    implementation: { description: 'Zorgpad: thuismetingen van een zorgpad', url: base },
    fhirVersion: '4.0.1',
    format: ['application/fhir+json', 'json'],
    rest: [
      {
        mode: 'server',
        documentation: 'Observations of home measurements. Errors name the element; units are converted by UCUM.',
        resource: [
          {
            type: 'Observation',
            interaction: [{ code: 'create' }, { code: 'read' }, { code: 'search-type' }],
            versioning: 'no-version',
            documentation:
              'The same identifier twice changes nothing; the same one with another content is refused, unless its status is corrected, amended or entered-in-error: then it corrects.',
            searchParam: Object.keys(PARAMETERS).map((name) => ({ name, type: TYPES[name] ?? 'token' })),
          },
        ],
      },
    ],
  }
}
