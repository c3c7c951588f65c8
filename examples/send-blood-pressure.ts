/**
 * Sends a blood pressure to Zorgpad in both ways (JSON and FHIR) and shows what comes of it.
 *
 *     npm start                                                      # in one window
 *     node .run/start.mjs examples/send-blood-pressure.ts            # in another; any Node will do
 *     node .run/start.mjs examples/send-blood-pressure.ts http://127.0.0.1:9000 patient-03
 */
const [server = 'http://127.0.0.1:8080', patient = 'patient-01'] = process.argv.slice(2)

/** In the demonstration one signs in by name; in production this is the access token of an OpenID Connect provider. */
const measuringApp = { authorization: 'Bearer demo:meetapp:device@papieren-beuk' }
const nurse = { authorization: 'Bearer demo:nina:centre-nurse@centrum' }

/** What the patient reads after sending. */
type Answer = { received: string; meaning: string; next: string; call: string }

/** Every measurement has an identifier of the sender: sending it twice is harmless. */
const identifier = `example-${crypto.randomUUID()}`

async function sendAsJson(systolic: number, diastolic: number, complaints: boolean): Promise<Response> {
  return fetch(`${server}/api/patients/${patient}/measurements`, {
    method: 'POST',
    headers: { ...measuringApp, 'content-type': 'application/json' },
    body: JSON.stringify({
      identifier,
      measurements: [
        { measurement: 'systolic', value: systolic, unit: 'mm[Hg]' },
        { measurement: 'diastolic', value: diastolic, unit: 'mm[Hg]' },
        { measurement: 'complaints', value: complaints },
      ],
    }),
  })
}

/** A part of the panel: its LOINC code and its value. */
const component = (code: string, value: number) => ({
  code: { coding: [{ system: 'http://loinc.org', code }] },
  valueQuantity: { value, unit: 'mmHg', system: 'http://unitsofmeasure.org', code: 'mm[Hg]' },
})

async function sendAsFhir(systolic: number, diastolic: number): Promise<Response> {
  return fetch(`${server}/fhir/Observation`, {
    method: 'POST',
    headers: { ...measuringApp, 'content-type': 'application/fhir+json' },
    body: JSON.stringify({
      resourceType: 'Observation',
      status: 'final',
      identifier: [{ system: 'urn:example:measuring-app', value: `${identifier}-fhir` }],
      code: { coding: [{ system: 'http://loinc.org', code: '85354-9' }] },
      subject: { reference: `Patient/${patient}` },
      effectiveDateTime: await now(),
      component: [component('8480-6', systolic), component('8462-4', diastolic)],
    }),
  })
}

/** The server's clock: in the demonstration it can be moved ahead of ours. */
async function now(): Promise<string> {
  const me = (await (await fetch(`${server}/api/me`, { headers: nurse })).json()) as { now: string }
  return me.now
}

/** Opens the stream of changes; `soon` gives the notices about this patient that came within a second. */
async function listen(): Promise<{ soon: () => Promise<string[]> }> {
  const { body } = await fetch(`${server}/api/changes`, { headers: nurse })
  const lines = body!.pipeThrough(new TextDecoderStream()).getReader()
  let seen = ''
  const soon = async (): Promise<string[]> => {
    setTimeout(() => void lines.cancel(), 1000)
    for (let read = await lines.read(); !read.done; read = await lines.read()) seen += read.value
    return seen.split('\n').filter((line) => line.startsWith('data:') && line.includes(`"patient":"${patient}"`))
  }
  return { soon }
}

const changes = await listen()

console.log('1. A very high blood pressure with complaints, as JSON')
const first = await sendAsJson(188, 114, true)
const answer = (await first.json()) as Answer
console.log(`   ${first.status}`)
for (const line of [answer.received, answer.meaning, answer.next, answer.call]) console.log(`   ${line}`)

console.log('2. The monitoring centre hears of it at once')
for (const notice of await changes.soon()) console.log(`   ${notice}`)

console.log('3. The same again, as after a lost connection: nothing changes, the answer is the same')
const again = await sendAsJson(188, 114, true)
console.log(
  `   ${again.status}, ${JSON.stringify(await again.json()) === JSON.stringify(answer) ? 'the same answer' : 'ANOTHER ANSWER'}`,
)

console.log('4. The second reading, as a FHIR Observation, and reading it back')
const created = await sendAsFhir(171, 104)
const location = created.headers.get('location') ?? ''
const readBack = (await (await fetch(location, { headers: measuringApp })).json()) as { id: string; status: string }
console.log(`   ${created.status}, Observation ${readBack.id} (${readBack.status})`)
