/** How forms look: one column, calm, the sentence on top; comparisons flow as a line of words and fields. */
import { css } from 'lit'
import { shared } from '../style/shared.ts'

const words = css`
  .help,
  .problem {
    display: block;
    font-size: var(--text-s);
  }
  .help {
    color: var(--ink-quiet);
  }
  .problem {
    color: var(--red);
  }
  .button.small {
    min-height: 1.75rem;
    padding: 0 0.5rem;
    font-size: var(--text-s);
    font-weight: 400;
  }
  .button.quiet.small {
    color: var(--ink-quiet);
  }
  .word {
    color: var(--ink-quiet);
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--gap-xs) var(--gap-s);
  }
  dl {
    display: grid;
    grid-template-columns: fit-content(40%) 1fr;
    gap: var(--gap-xs) var(--gap-m);
    margin: 0;
  }
  dt {
    color: var(--ink-quiet);
  }
  dd {
    margin: 0;
  }
  .whole {
    display: inline-flex;
    margin-inline-start: auto;
  }
  fieldset {
    min-width: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }
  legend {
    padding: 0;
    font-weight: 600;
  }
`

export const fieldStyles = [
  shared,
  words,
  css`
    :host([inline]) {
      display: inline-block;
      min-width: 0;
      max-width: 100%;
      vertical-align: middle;
    }
    :host([inline]) select {
      max-width: min(100%, 17rem);
    }
    label:not(.check) {
      display: block;
      font-weight: 600;
    }
    :host([inline]) label:not(.check) {
      font-weight: inherit;
    }
    .control {
      display: flex;
      align-items: center;
      gap: var(--gap-xs);
      max-width: 100%;
    }
    #about {
      display: block;
    }
    :host(:not([inline])) select#input,
    :host(:not([inline])) textarea,
    .text input,
    .text textarea {
      width: 100%;
    }
    select {
      max-width: 100%;
    }
    input[type='checkbox'] {
      width: 1.25rem;
      height: 1.25rem;
      min-height: 0;
      margin: 0.25rem 0;
      accent-color: var(--accent);
      flex: none;
    }
    [aria-invalid='true'] {
      border-color: var(--red);
    }
    .unit {
      color: var(--ink-quiet);
      white-space: nowrap;
    }
    .checks,
    .texts,
    .windows,
    .stack {
      display: grid;
      gap: var(--gap-xs);
      flex: 1;
      min-width: 0;
    }
    .check {
      display: flex;
      align-items: center;
      gap: var(--gap-s);
    }
    .text {
      display: flex;
      align-items: center;
      gap: var(--gap-s);
    }
    .tongue {
      width: 1.5rem;
      color: var(--ink-quiet);
      font-size: var(--text-s);
    }
    :host {
      position: relative;
    }
    .window {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: var(--gap-xs);
    }
    .windows > .button {
      justify-self: start;
    }
  `,
]

export const formStyles = [
  shared,
  words,
  css`
    .sentence {
      margin-bottom: var(--gap-m);
      padding: var(--gap-s) var(--gap-m);
      border-inline-start: 4px solid var(--accent);
      border-radius: var(--radius);
      background: var(--accent-soft);
    }
    .fields {
      display: grid;
      gap: var(--gap-m);
    }
    details > summary {
      padding-block: var(--gap-xs);
      font-weight: 600;
      cursor: pointer;
    }
    .items ol,
    .steps {
      display: grid;
      gap: var(--gap-xs);
      margin: var(--gap-xs) 0;
      padding-inline-start: 1.25rem;
    }
    .items ul.plain {
      margin: var(--gap-xs) 0;
      padding: 0;
      list-style: none;
    }
    .items ol.plain {
      padding: 0;
      list-style: none;
    }
    .items li > div {
      display: flex;
      flex-wrap: wrap;
      align-items: baseline;
      justify-content: space-between;
      gap: 0 var(--gap-s);
    }
    .steps {
      gap: var(--gap-m);
      padding: 0;
      list-style: none;
    }
    .steps > li {
      padding: var(--gap-m);
      border: 1px solid var(--line);
      border-radius: var(--radius);
    }
  `,
]

export const conditionStyles = [
  shared,
  words,
  css`
    .comparison {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: var(--gap-xs) var(--gap-s);
      min-width: 0;
    }
    zorgpad-limit,
    zorgpad-comparison {
      display: contents;
    }
    .group {
      padding-inline-start: var(--gap-s);
      border-inline-start: 3px solid var(--line);
    }
    .group ol {
      display: grid;
      gap: var(--gap-s);
      margin: var(--gap-s) 0;
      padding: 0;
      list-style: none;
    }
    .check {
      display: inline-flex;
      align-items: center;
      gap: var(--gap-xs);
    }
    .check input {
      width: 1.25rem;
      height: 1.25rem;
      min-height: 0;
    }
  `,
]
