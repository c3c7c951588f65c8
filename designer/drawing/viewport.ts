/** Moves and zooms the drawing: drag, pinch, wheel, keys. The element says where its frame and how large its content is. */
import type { ReactiveController, ReactiveControllerHost } from 'lit'
import { centre, fit, pan, reveal, zoomAt, type View } from './view.ts'

type Box = { x: number; y: number; width: number; height: number }
type Size = { width: number; height: number }

const step = 60
const zoomStep = 1.25
/** Below this scale the words are hard to read; on a phone one moves about anyway. */
const readable = ({ width }: Size): number => (width < 500 ? 0.95 : 0.74)

export class Viewport implements ReactiveController {
  view: View = { x: 0, y: 0, scale: 1 }
  /** The user chose what to see: a new layout leaves it so. */
  #chosen = false
  #content: Size = { width: 1, height: 1 }
  readonly #host: ReactiveControllerHost
  readonly #frame: () => Element | null
  readonly #pointers = new Map<number, { x: number; y: number }>()

  constructor(host: ReactiveControllerHost, frame: () => Element | null) {
    this.#host = host
    this.#frame = frame
    host.addController(this)
  }

  hostConnected(): void {}

  /** A new layout came. When it does not fit at a readable size, the part around `first` is shown. */
  contains(content: Size, first?: Box): void {
    this.#content = content
    if (this.#chosen) return
    const frame = this.#size()
    const view = fit(content, frame, readable(frame))
    this.#see(first ? centre(view, first, content, frame) : view)
  }

  fitAll(): void {
    this.#chosen = false
    this.#see(fit(this.#content, this.#size()))
  }

  zoom(factor: number, point = this.#middle()): void {
    this.#chosen = true
    this.#see(zoomAt(this.view, factor, point))
  }

  zoomIn(): void {
    this.zoom(zoomStep)
  }

  zoomOut(): void {
    this.zoom(1 / zoomStep)
  }

  show(box: Box): void {
    this.#see(reveal(this.view, box, this.#size()))
  }

  readonly onWheel = (event: WheelEvent): void => {
    event.preventDefault()
    if (event.ctrlKey || event.metaKey) this.zoom(Math.exp(-event.deltaY / 300), this.#inFrame(event))
    else this.#shift(-event.deltaX, -event.deltaY)
  }

  readonly onPointerDown = (event: PointerEvent): void => {
    this.#pointers.set(event.pointerId, { x: event.clientX, y: event.clientY })
  }

  readonly onPointerMove = (event: PointerEvent): void => {
    const before = this.#pointers.get(event.pointerId)
    if (!before) return
    const now = { x: event.clientX, y: event.clientY }
    // Only what really moves is a drag: a click must reach the shape under it.
    if (this.#pointers.size === 1 && Math.hypot(now.x - before.x, now.y - before.y) < 3) return
    const other = [...this.#pointers].find(([id]) => id !== event.pointerId)?.[1]
    this.#pointers.set(event.pointerId, now)
    ;(event.currentTarget as Element).setPointerCapture(event.pointerId)
    if (other) this.#pinch(before, now, other)
    else this.#shift(now.x - before.x, now.y - before.y)
  }

  readonly onPointerUp = (event: PointerEvent): void => {
    this.#pointers.delete(event.pointerId)
  }

  /** Answers whether the key was one of the view's. */
  onKey(event: KeyboardEvent): boolean {
    const moves: Record<string, [number, number]> = {
      ArrowLeft: [step, 0],
      ArrowRight: [-step, 0],
      ArrowUp: [0, step],
      ArrowDown: [0, -step],
    }
    const move = event.shiftKey ? moves[event.key] : undefined
    if (move) this.#shift(...move)
    else if (event.ctrlKey || event.metaKey || event.altKey) return false
    else if (event.key === '+' || event.key === '=') this.zoomIn()
    else if (event.key === '-') this.zoomOut()
    else if (event.key === '0') this.fitAll()
    else return false
    return true
  }

  #pinch(before: Spot, now: Spot, other: Spot): void {
    const [old, wide] = [
      Math.hypot(before.x - other.x, before.y - other.y),
      Math.hypot(now.x - other.x, now.y - other.y),
    ]
    if (old > 0)
      this.zoom(wide / old, this.#inFrame({ clientX: (now.x + other.x) / 2, clientY: (now.y + other.y) / 2 }))
  }

  #shift(dx: number, dy: number): void {
    this.#chosen = true
    this.#see(pan(this.view, dx, dy))
  }

  #see(view: View): void {
    this.view = view
    this.#host.requestUpdate()
  }

  #size(): Size {
    const { width = 800, height = 600 } = this.#frame()?.getBoundingClientRect() ?? {}
    return { width: Math.max(width, 100), height: Math.max(height, 100) }
  }

  #middle(): Spot {
    const { width, height } = this.#size()
    return { x: width / 2, y: height / 2 }
  }

  #inFrame({ clientX, clientY }: { clientX: number; clientY: number }): Spot {
    const { left = 0, top = 0 } = this.#frame()?.getBoundingClientRect() ?? {}
    return { x: clientX - left, y: clientY - top }
  }
}

type Spot = { x: number; y: number }
