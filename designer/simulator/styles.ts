/** How the simulator and the monitoring pages look: cards under each other, colours of the levels, a rail for time lines. */
import { css } from 'lit'

export const playStyles = css`
  .card {
    padding: var(--gap-m);
    border: 1px solid var(--line);
    border-radius: var(--radius);
    background: var(--surface);
  }
  .card > h3 {
    margin-bottom: var(--gap-s);
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--gap-s);
  }
  .grid {
    display: grid;
    gap: var(--gap-m);
  }
  .field {
    display: grid;
    gap: 0.125rem;
    min-width: 0;
  }
  .field > span,
  legend {
    padding: 0;
    font-size: var(--text-s);
    color: var(--ink-quiet);
  }
  fieldset {
    min-width: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }
  .with-unit {
    display: inline-flex;
    align-items: center;
    gap: var(--gap-xs);
  }
  .question {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 0 var(--gap-m);
  }
  .question > span {
    flex: 1 1 14rem;
  }
  .choices {
    display: flex;
    gap: var(--gap-m);
    min-height: 2rem;
    align-items: center;
  }
  .choices label {
    display: inline-flex;
    align-items: center;
    gap: var(--gap-xs);
  }
  input[type='radio'] {
    width: 1.15rem;
    height: 1.15rem;
    min-height: 0;
    margin: 0;
    accent-color: var(--accent);
  }
  .level {
    display: inline-block;
    padding: 0 0.5rem;
    border-radius: 1rem;
    font-size: var(--text-s);
    font-weight: 650;
  }
  .red {
    color: var(--red);
    background: var(--red-soft);
  }
  .amber {
    color: var(--amber);
    background: var(--amber-soft);
  }
  .green {
    color: var(--green);
    background: var(--green-soft);
  }
  .notice {
    padding: var(--gap-s) var(--gap-m);
    border-radius: var(--radius);
    background: var(--amber-soft);
    color: var(--amber);
  }
  .problem {
    color: var(--red);
    font-size: var(--text-s);
  }
  .button.small {
    min-height: 1.75rem;
    padding: 0 0.5rem;
    font-size: var(--text-s);
  }
  ol,
  ul {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .rail {
    display: grid;
    gap: var(--gap-xs);
    margin-block-start: var(--gap-s);
    padding-inline-start: var(--gap-m);
    border-inline-start: 3px solid var(--line);
  }
  .rail + .row {
    margin-block-start: var(--gap-s);
  }
  .rail .now {
    font-weight: 600;
  }
  summary {
    min-height: 1.5rem;
    cursor: pointer;
    color: var(--accent);
  }
`
