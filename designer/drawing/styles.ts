/** How the drawing looks. */
import { css } from 'lit'

export const drawingStyles = css`
  :host {
    display: flex;
    flex-direction: column;
    min-height: 22rem;
    background: var(--ground);
  }
  .frame {
    position: relative;
    flex: 1;
    min-height: 0;
    overflow: hidden;
  }
  svg.canvas {
    position: absolute;
    inset: 0;
    width: 100%;
    height: 100%;
    touch-action: none;
    cursor: grab;
    font: 13px var(--font);
    user-select: none;
  }
  svg.canvas:active {
    cursor: grabbing;
  }
  .stale svg.canvas {
    opacity: 0.55;
  }
  text {
    fill: var(--ink);
  }
  .title {
    font-weight: 650;
    font-size: 14px;
  }
  .detail,
  .mark {
    fill: var(--ink-quiet);
    font-size: 12px;
  }
  .mark {
    fill: var(--accent);
    font-weight: 600;
  }
  .words {
    font-size: 12.5px;
  }
  .route {
    font-size: 12px;
    font-weight: 600;
  }
  .route.red {
    fill: var(--red);
  }
  .route.amber {
    fill: var(--amber);
  }
  .route.green {
    fill: var(--green);
  }
  .start {
    fill: var(--ink);
  }
  .arrow {
    fill: none;
    stroke: var(--line-strong);
    stroke-width: 1.5;
  }
  .reach {
    fill: none;
    stroke: transparent;
    stroke-width: 14;
    cursor: pointer;
  }
  .way.selected .arrow {
    stroke: var(--accent);
    stroke-width: 2.5;
  }
  .way:hover .arrow {
    stroke: var(--accent);
  }
  #tip path {
    fill: var(--line-strong);
  }
  #tip-selected path {
    fill: var(--accent);
  }
  [role='button'] {
    cursor: pointer;
    outline: none;
  }
  .label rect {
    fill: var(--ground);
    fill-opacity: 0.92;
    stroke: transparent;
  }
  .row rect {
    fill: var(--sunken);
    stroke: transparent;
  }
  .label:hover rect,
  .row:hover rect {
    stroke: var(--line-strong);
  }
  .label.selected rect,
  .row.selected rect {
    fill: var(--accent-soft);
    stroke: var(--accent);
  }
  .label.has-error rect,
  .row.has-error rect {
    stroke: var(--red);
    stroke-width: 2;
  }
  .dot {
    fill: var(--line-strong);
  }
  .loop {
    fill: none;
    stroke: var(--ink-quiet);
    stroke-width: 1.6;
  }
  .state.everywhere .box {
    stroke-dasharray: 5 4;
    fill: var(--ground);
    filter: none;
  }
  .state .box {
    fill: var(--surface);
    stroke: var(--line-strong);
    stroke-width: 1.5;
    filter: drop-shadow(0 1px 2px rgb(15 30 38 / 12%));
  }
  .state .inner {
    fill: none;
    stroke: var(--line-strong);
  }
  .state.exit .box {
    fill: var(--sunken);
  }
  .state:hover .box {
    stroke: var(--accent);
  }
  .state.selected .box {
    stroke: var(--accent);
    stroke-width: 3;
    fill: var(--accent-soft);
  }
  .state.has-error .box {
    stroke: var(--red);
    stroke-width: 2.5;
  }
  .state.active .box {
    fill: var(--green-soft);
    stroke: var(--green);
    stroke-width: 4;
  }
  .problem circle {
    fill: var(--amber);
    stroke: var(--surface);
  }
  .problem.error circle {
    fill: var(--red);
  }
  .problem.hint circle {
    fill: var(--blue);
  }
  .problem text {
    fill: var(--surface);
    font-weight: 700;
    text-anchor: middle;
  }
  [role='button']:focus-visible > rect:first-of-type {
    stroke: var(--focus);
    stroke-width: 4;
  }
  .over {
    position: absolute;
    inset: var(--gap-s) var(--gap-s) auto;
    pointer-events: none;
    display: grid;
    gap: var(--gap-s);
    justify-items: start;
  }
  .over > * {
    pointer-events: auto;
  }
  .stale-note {
    padding: var(--gap-xs) var(--gap-m);
    background: var(--amber-soft);
    color: var(--amber);
    border-radius: var(--radius);
    font-weight: 600;
  }
  .view-tools {
    position: absolute;
    inset: auto var(--gap-s) var(--gap-s) auto;
    display: flex;
    gap: var(--gap-xs);
  }
  .notice {
    padding: var(--gap-l);
  }
`
