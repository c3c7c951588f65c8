/** How the lists and the patient page look. */
import { css } from 'lit'

export const patientsStyles = css`
  h2 {
    margin-block: var(--gap-l) var(--gap-s);
  }
  .patients {
    border: 1px solid var(--line);
    border-radius: var(--radius);
    background: var(--surface);
  }
  .patients li {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0 var(--gap-m);
    padding: var(--gap-s) var(--gap-m);
  }
  .patients li + li {
    border-block-start: 1px solid var(--line);
  }
  .patients a {
    min-width: 11rem;
    font-weight: 600;
  }
`

export const patientStyles = css`
  :host {
    width: 100%;
    max-width: 64rem;
    margin-inline: auto;
    padding: var(--gap-m);
  }
  .parts {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--gap-m);
    margin-block-start: var(--gap-m);
  }
  .card h2 {
    margin-bottom: var(--gap-s);
  }
  .scroll {
    max-height: 22rem;
    overflow: auto;
  }
`

export const cardStyles = css`
  dl {
    display: grid;
    grid-template-columns: minmax(6rem, max-content) minmax(0, 1fr);
    gap: 0.125rem var(--gap-m);
    margin: 0;
  }
  details dl {
    grid-template-columns: minmax(0, 1fr) max-content;
    max-width: 40rem;
  }
  dt {
    color: var(--ink-quiet);
  }
  dd {
    margin: 0;
  }
  .scroll {
    max-height: 22rem;
    overflow: auto;
  }
  table {
    width: 100%;
    border-collapse: collapse;
  }
  th,
  td {
    padding: 0.125rem var(--gap-s) 0.125rem 0;
    text-align: start;
    vertical-align: top;
  }
  thead th {
    position: sticky;
    inset-block-start: 0;
    background: var(--surface);
    font-size: var(--text-s);
    color: var(--ink-quiet);
  }
  h2 {
    margin: 0;
  }
`
