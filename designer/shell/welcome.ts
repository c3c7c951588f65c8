/** The first page of the demonstration: says what it is, and lets one choose whose day to look at. Event `signed-in` carries `Me`. */
import { LitElement, css, html, nothing, type TemplateResult } from 'lit'
import { customElement, state } from 'lit/decorators.js'
import type { Me, Person, Role } from '../../runtime/http/api.ts'
import { LanguageController } from '../language.ts'
import { peopleToBe, server } from '../server.ts'
import { shared } from '../style/shared.ts'
import { text } from '../texts/text.ts'

/** The roles whose work the screens are for, in the order in which a newcomer would look. */
const guides: { role: Role; start: string }[] = [
  { role: 'author', start: '#/' },
  { role: 'centre-nurse', start: '#/worklist' },
  { role: 'gp', start: '#/worklist' },
]

@customElement('zorgpad-welcome')
export class ZorgpadWelcome extends LitElement {
  static override styles = [
    shared,
    css`
      .page {
        max-width: 46rem;
        margin: 0 auto;
        padding: var(--gap-l) var(--gap-m);
        display: grid;
        gap: var(--gap-m);
      }
      ul {
        list-style: none;
        margin: 0;
        padding: 0;
        display: grid;
        gap: var(--gap-m);
      }
      button {
        width: 100%;
        display: grid;
        gap: var(--gap-xs);
        padding: var(--gap-m) var(--gap-l);
        text-align: start;
        font: inherit;
        color: inherit;
        background: var(--surface);
        border: 1px solid var(--line-strong);
        border-radius: calc(var(--radius) * 1.5);
        cursor: pointer;
      }
      button:hover {
        border-color: var(--accent);
        background: var(--accent-soft);
      }
    `,
  ]

  @state() private people: Person[] | null = null

  constructor() {
    super()
    new LanguageController(this)
  }

  override connectedCallback(): void {
    super.connectedCallback()
    void this.#askPeople()
  }

  protected override render(): TemplateResult {
    return html`<div class="page">
      <h1>${text('welcome.title')}</h1>
      ${this.people === null ? nothing : this.people.length === 0 ? this.#closed() : this.#choices(this.people)}
    </div>`
  }

  /** Outside the demonstration nobody can choose who to be. */
  #closed(): TemplateResult {
    return html`<p role="status">${text('welcome.closed')}</p>`
  }

  #choices(people: Person[]): TemplateResult {
    return html`<p>${text('welcome.intro')}</p>
      <ul>
        ${guides.map((guide) => this.#choice(guide, people))}
      </ul>
      <p class="quiet-text">${text('welcome.others')}</p>`
  }

  #choice({ role, start }: (typeof guides)[number], people: Person[]): TemplateResult | typeof nothing {
    const person = busiest(people.filter(({ roles }) => roles.some((one) => one.role === role)))
    const place = person?.roles.find((one) => one.role === role)
    if (!person || !place) return nothing
    return html`<li>
      <button @click=${() => this.#be(person.id, role, place.organisation, start)}>
        <strong>${text(`welcome.as-${role as 'author' | 'centre-nurse' | 'gp'}`)}</strong>
        <span class="quiet-text">${text('welcome.person', { name: person.name, role: text(`role.${role}`) })}</span>
      </button>
    </li>`
  }

  async #be(person: string, role: Role, organisation: string, start: string): Promise<void> {
    const me: Me = await server.signIn({ person, role, organisation })
    location.hash = start
    this.dispatchEvent(new CustomEvent('signed-in', { detail: me }))
  }

  async #askPeople(): Promise<void> {
    this.people = await peopleToBe()
  }
}

/** Who has most to do has most to show. */
const busiest = (people: Person[]): Person | undefined =>
  people.toSorted((one, other) => other.roles.length - one.roles.length)[0]
