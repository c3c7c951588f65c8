/** What every element starts from: `static styles = [shared, css\`…\`]`. */
import { css } from 'lit'

export const shared = css`
  :host {
    display: block;
    color: var(--ink);
    font: var(--text-m) / 1.45 var(--font);
  }
  :host([hidden]),
  [hidden] {
    display: none !important;
  }
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  h1,
  h2,
  h3,
  h4,
  p {
    margin: 0;
  }
  h1 {
    font-size: var(--text-xl);
    line-height: 1.2;
    font-weight: 650;
  }
  h2 {
    font-size: var(--text-l);
    line-height: 1.25;
    font-weight: 650;
  }
  h3 {
    font-size: var(--text-m);
    font-weight: 650;
  }
  a {
    color: var(--accent);
  }
  :focus-visible {
    outline: 3px solid var(--focus);
    outline-offset: 2px;
    border-radius: 4px;
  }
  button {
    font: inherit;
    color: inherit;
  }
  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: var(--gap-s);
    min-height: var(--touch);
    min-width: var(--touch);
    padding: 0.25rem 0.75rem;
    border: 1px solid var(--line-strong);
    border-radius: var(--radius);
    background: var(--surface);
    color: var(--ink);
    font-weight: 550;
    cursor: pointer;
    text-decoration: none;
  }
  .button:hover {
    background: var(--sunken);
  }
  .button[disabled],
  .button[aria-disabled='true'] {
    color: var(--ink-quiet);
    border-color: var(--line);
    background: var(--sunken);
    cursor: not-allowed;
  }
  .button.main {
    background: var(--accent);
    border-color: var(--accent);
    color: var(--accent-ink);
  }
  .button.main:hover {
    filter: brightness(1.12);
  }
  .button.quiet {
    border-color: transparent;
    background: transparent;
  }
  .button.quiet:hover {
    background: var(--sunken);
  }
  .button.icon {
    padding: 0;
  }
  .quiet-text {
    color: var(--ink-quiet);
  }
  .small {
    font-size: var(--text-s);
  }
  .visually-hidden {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  input,
  select,
  textarea {
    font: inherit;
    color: var(--ink);
    background: var(--surface);
    border: 1px solid var(--line-strong);
    border-radius: var(--radius);
    min-height: var(--touch);
    padding: 0.25rem 0.5rem;
  }
`
