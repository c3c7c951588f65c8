import { afterEach, describe, expect, it } from 'vitest'
import type { ChangeNotice, Draft } from '../../runtime/http/api.ts'
import { APP, ask, AUTHOR, ELS, NINA, openDoor, OTTO, VERA } from './door.ts'
import type { Door } from './door.ts'

type Heard = { id: number; event: string; data: ChangeNotice }

/** Listens as a browser does, until `close`. */
async function listen(door: Door, who: string, headers: Record<string, string> = {}) {
  const abort = new AbortController()
  const response = await door.app.request(
    new Request('http://localhost/api/changes', {
      headers: { authorization: `Bearer ${who}`, ...headers },
      signal: abort.signal,
    }),
  )
  expect([response.status, response.headers.get('content-type')]).toEqual([200, 'text/event-stream'])
  const heard: Heard[] = []
  const places: number[] = []
  const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader()
  const reading = (async () => {
    let rest = ''
    for (;;) {
      const { value, done } = await reader.read()
      if (done) return
      const blocks = (rest + value).split('\n\n')
      rest = blocks.pop()!
      for (const block of blocks) {
        const field = (name: string) =>
          block
            .split('\n')
            .find((line) => line.startsWith(`${name}: `))
            ?.slice(name.length + 2)
        places.push(Number(field('id')))
        const data = field('data')
        if (data !== undefined)
          heard.push({ id: Number(field('id')), event: field('event')!, data: JSON.parse(data) as ChangeNotice })
      }
    }
  })()
  const close = async () => {
    await reader.cancel()
    await reading
  }
  closing.push(close)
  return { heard, places, close }
}

const closing: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of closing.splice(0)) await close()
})

let number = 0
const crisis = (door: Door, patient: string) =>
  ask(door, APP, `POST /api/patients/${patient}/measurements`, {
    identifier: `s${++number}`,
    measurements: [
      { measurement: 'systolic', value: 196 },
      { measurement: 'complaints', value: true },
    ],
  })

describe('live changes', () => {
  it('tell of an alert to who may see the patient, and to nobody else', async () => {
    const door = await openDoor()
    const [nina, otto, els] = await Promise.all([listen(door, NINA), listen(door, OTTO), listen(door, ELS)])
    await crisis(door, 'patient-09')
    await expect
      .poll(() => nina.heard.map(({ event, data }) => `${event} ${data.what}`))
      .toEqual(expect.arrayContaining(['patient submission', 'worklist raised', 'worklist told']))
    expect(nina.heard.every(({ data }) => data.patient === 'patient-09')).toBe(true)
    expect(JSON.stringify(nina.heard)).not.toContain('seenBy')
    expect([otto.heard, els.heard]).toEqual([[], []])
    await crisis(door, 'patient-05')
    await expect.poll(() => els.heard.map(({ data }) => data.patient)).toEqual(['patient-05'])
    expect(otto.heard).toEqual([])
  })

  it('tell who may no longer look, once, and nothing after that', async () => {
    const door = await openDoor()
    const nina = await listen(door, NINA)
    await ask(door, VERA, 'POST /api/patients/patient-09/consent', { organisation: 'centrum', given: false })
    await crisis(door, 'patient-09')
    await crisis(door, 'patient-10')
    await expect.poll(() => nina.heard.some(({ data }) => data.patient === 'patient-10')).toBe(true)
    expect(nina.heard.filter(({ data }) => data.patient === 'patient-09').map(({ data }) => data.what)).toEqual([
      'consent',
    ])
  })

  it('resume after a break without loss and without repeat', async () => {
    const door = await openDoor()
    const first = await listen(door, VERA)
    await crisis(door, 'patient-09')
    await expect.poll(() => first.heard.length).toBeGreaterThan(2)
    await first.close()
    for (const patient of ['patient-01', 'patient-03', 'patient-10']) await crisis(door, patient)
    const second = await listen(door, VERA, { 'last-event-id': String(first.places.at(-1)) })
    const all = await door.engine.store.changes(first.heard[0]!.id - 1, 1000)
    await expect
      .poll(() => [...first.heard, ...second.heard].map(({ id }) => id))
      .toEqual(all.map(({ cursor }) => cursor))
  })

  it('keep every change that happens while somebody is connecting', async () => {
    const door = await openDoor()
    const start = await door.engine.store.latest()
    const [listener] = await Promise.all([
      listen(door, VERA, { 'last-event-id': String(start) }),
      ...Array.from({ length: 20 }, () => crisis(door, 'patient-10')),
    ])
    const all = (await door.engine.store.changes(start, 1000)).map(({ cursor }) => cursor)
    await expect.poll(() => listener.heard.map(({ id }) => id)).toEqual(all)
  })

  it('say that the line is alive, and move the place along past what is not for this listener', async () => {
    const door = await openDoor({ heartbeat: 20 })
    const otto = await listen(door, OTTO)
    await crisis(door, 'patient-09')
    const latest = await door.engine.store.latest()
    await expect.poll(() => otto.places.at(-1)).toBe(latest)
    expect(otto.heard).toEqual([])
  })

  it('tell of drafts to staff, and of the clock to everybody', async () => {
    const door = await openDoor()
    const [nina, els] = await Promise.all([listen(door, NINA), listen(door, ELS)])
    const { body } = await ask<Draft>(door, AUTHOR, 'POST /api/drafts', { text: '' })
    await ask(door, VERA, 'POST /api/demo/clock', { advance: '1 minute' })
    await expect.poll(() => els.heard.map(({ event }) => event)).toContain('clock')
    expect(nina.heard).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          event: 'pathway',
          data: expect.objectContaining({ what: 'created', draft: body.id }),
        }),
      ]),
    )
    expect(els.heard.some(({ event }) => event === 'pathway')).toBe(false)
  })

  it('refuse a place that is no number, and who may not listen', async () => {
    const door = await openDoor()
    expect((await ask(door, VERA, 'GET /api/changes?after=x')).status).toBe(400)
    expect((await ask(door, APP, 'GET /api/changes')).status).toBe(403)
    expect((await ask(door, null, 'GET /api/changes')).status).toBe(401)
  })

  it('stop listening to commits when the listener is gone', async () => {
    const door = await openDoor()
    let listening = 0
    const original = door.engine.hub.listen.bind(door.engine.hub)
    door.engine.hub.listen = (listener) => {
      listening += 1
      const stop = original(listener)
      return () => {
        listening -= 1
        return stop()
      }
    }
    const listener = await listen(door, VERA)
    expect(listening).toBe(1)
    await listener.close()
    await crisis(door, 'patient-09')
    await expect.poll(() => listening).toBe(0)
  })
})
