/** Sleeps until something waits, wakes it, and sleeps again. What waits stands in the store, so that a restart forgets nothing. */
import type { Instant } from '../interpreter/enrolment.ts'
import { opened } from './account.ts'
import { catchUp } from './catch-up.ts'
import { attempt, commitAccount } from './change.ts'
import type { Engine } from './engine.ts'
import { excuseOutage, noteTimePassed } from './outage.ts'

/** Longest sleep: a timer of Node that is set beyond 24.8 days goes off at once. Looking twice a day costs nothing. */
const LONGEST = 12 * 60 * 60_000
/** After a failure, so that one broken patient does not keep the machine busy. */
const PAUSE = 60_000
const BATCH = 100
/** One turn at a time: no patient has this id. */
const TURN = 'wake-ups'

/** Does every wake-up at or before `now`, patient by patient, earliest first. Returns how many patients were woken. */
export async function wake(engine: Engine, now: Instant): Promise<number> {
  return engine.queue.run(TURN, () => wakeAll(engine, now, false))
}

/**
 * Lets time pass as if somebody had been there: `move` sets the clock and says what time it is then. What waited in between
 * happens in the same turn, so nothing is late. For the demonstration's clock, and for histories that are made up.
 */
export async function passTime(engine: Engine, move: () => Promise<Instant>): Promise<number> {
  return engine.queue.run(TURN, async () => {
    const handled = await wakeAll(engine, await move(), true)
    await noteTimePassed(engine)
    return handled
  })
}

async function wakeAll(engine: Engine, now: Instant, onTime: boolean): Promise<number> {
  const tried = new Set<string>()
  for (;;) {
    const due = (await engine.store.due(now, BATCH + tried.size)).filter(({ patient }) => !tried.has(patient))
    if (due.length === 0) return tried.size
    for (const { patient } of due) {
      tried.add(patient)
      await wakePatient(engine, patient, now, onTime).catch((error: unknown) => engine.report('wake-failed', error))
    }
  }
}

async function wakePatient(engine: Engine, patient: string, now: Instant, onTime: boolean): Promise<void> {
  await engine.queue.run(patient, () =>
    attempt(async () => {
      const record = await engine.store.patient(patient)
      if (!record || record.wake === null || record.wake > now) return
      const account = catchUp(engine.library, opened(record), now, onTime ? -Infinity : now)
      await commitAccount(engine, account, {}, now)
    }),
  )
}

export class Waker {
  readonly #engine: Engine
  #timer: NodeJS.Timeout | undefined
  #stopped = false
  #notBefore = 0
  #unlisten: (() => void) | undefined
  #busy: Promise<void> = Promise.resolve()

  constructor(engine: Engine) {
    this.#engine = engine
  }

  /** Catches up with what waited, then keeps watch: every commit may bring the next instant nearer. */
  async start(): Promise<void> {
    await wake(this.#engine, this.#engine.clock.now())
    this.#unlisten = this.#engine.hub.listen(() => void this.#arm())
    await this.#arm()
  }

  /** Waits for what is under way. */
  async stop(): Promise<void> {
    this.#stopped = true
    this.#unlisten?.()
    clearTimeout(this.#timer)
    await this.#busy
  }

  async #arm(): Promise<void> {
    const earliest = await this.#earliest()
    clearTimeout(this.#timer)
    if (this.#stopped) return
    const wait = Math.max(earliest, this.#notBefore) - this.#engine.clock.now()
    this.#timer = setTimeout(() => this.#ring(), Math.min(Math.max(wait, 0), LONGEST))
  }

  async #earliest(): Promise<Instant> {
    try {
      const [first] = await this.#engine.store.due(Number.MAX_SAFE_INTEGER, 1)
      return first?.wake ?? Infinity
    } catch (error) {
      this.#engine.report('wake-failed', error)
      return this.#engine.clock.now() + PAUSE
    }
  }

  #ring(): void {
    this.#busy = this.#turn()
  }

  /** What is still due after its turn has failed: that waits a while. */
  async #turn(): Promise<void> {
    const now = this.#engine.clock.now()
    // A computer that slept was down as much as one that was switched off.
    await excuseOutage(this.#engine).catch((error: unknown) => this.#engine.report('outage-failed', error))
    await wake(this.#engine, now).catch((error: unknown) => this.#engine.report('wake-failed', error))
    this.#notBefore = (await this.#earliest()) <= now ? now + PAUSE : 0
    await this.#arm()
  }
}
