/** Sleeps until something waits, wakes it, and sleeps again. What waits stands in the store, so that a restart forgets nothing. */
import type { Instant } from '../interpreter/enrolment.ts'
import { opened } from './account.ts'
import { catchUp } from './catch-up.ts'
import { commitAccount, attempt } from './change.ts'
import type { Engine } from './engine.ts'

/** Longest sleep: a timer of Node that is set beyond 24.8 days goes off at once. Looking twice a day costs nothing. */
const LONGEST = 12 * 60 * 60_000
/** After a failure, so that one broken patient does not keep the machine busy. */
const PAUSE = 60_000
const BATCH = 100

/** Does every wake-up at or before `now`, patient by patient, earliest first. Returns how many patients were woken. */
export async function wake(engine: Engine, now: Instant, onTime = false): Promise<number> {
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

/** `onTime`: the instants between are passed through now, as when the clock of the demonstration moves; nothing is late. */
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
    const [earliest] = await this.#engine.store.due(Number.MAX_SAFE_INTEGER, 1)
    clearTimeout(this.#timer)
    if (this.#stopped) return
    const now = this.#engine.clock.now()
    const at = Math.max(earliest?.wake ?? Infinity, this.#notBefore)
    this.#timer = setTimeout(() => this.#ring(), Math.min(Math.max(at - now, 0), LONGEST))
  }

  #ring(): void {
    this.#busy = this.#wakeAll()
  }

  async #wakeAll(): Promise<void> {
    try {
      const now = this.#engine.clock.now()
      await wake(this.#engine, now)
      const [left] = await this.#engine.store.due(now, 1)
      this.#notBefore = left ? now + PAUSE : 0
    } catch (error) {
      this.#notBefore = this.#engine.clock.now() + PAUSE
      this.#engine.report('wake-failed', error)
    }
    await this.#arm().catch((error: unknown) => this.#engine.report('wake-failed', error))
  }
}
