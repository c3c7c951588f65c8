/** The header of every page: where one can go, who one is, the language, light or dark. Event `signed-in` carries `Me`. */
import { LitElement, css, html, nothing, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { Me, Person } from '../../runtime/http/api.ts'
import { LanguageController, language, setLanguage } from '../language.ts'
import { ServerRefusal, peopleToBe, server } from '../server.ts'
import { icon } from '../style/icons.ts'
import logo from '../style/zorgpad.svg?url'
import { shared } from '../style/shared.ts'
import { isDark, setDark } from '../style/theme.ts'
import { text } from '../texts/text.ts'
import { addressOf, type Route } from './route.ts'

type Choice = { person: Person; role: Person['roles'][number] }

@customElement('zorgpad-header')
export class ZorgpadHeader extends LitElement {
  static override styles = [
    shared,
    css`
      header {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--gap-s) var(--gap-m);
        padding: 0.375rem var(--gap-m);
        background: var(--surface);
        border-bottom: 1px solid var(--line);
      }
      .name {
        display: inline-flex;
        align-items: center;
        gap: var(--gap-s);
        font-weight: 700;
        font-size: var(--text-l);
        color: var(--ink);
        text-decoration: none;
      }
      .name img {
        width: 1.5rem;
        height: 1.5rem;
      }
      nav {
        display: flex;
        gap: var(--gap-xs);
        flex: 1;
      }
      nav .button[aria-current='page'] {
        background: var(--accent-soft);
        color: var(--accent);
      }
      .tools {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--gap-xs);
      }
      select {
        max-width: 14rem;
      }
      .refusal {
        flex-basis: 100%;
        color: var(--red);
      }
      @media (max-width: 40rem) {
        .name span {
          position: absolute;
          clip-path: inset(50%);
        }
        nav .button {
          padding-inline: 0.5rem;
        }
        .person {
          flex: 1;
        }
        select {
          max-width: 9.5rem;
        }
      }
    `,
  ]

  @property({ attribute: false }) me: Me | null = null
  @property({ attribute: false }) route: Route = { page: 'library' }
  @state() private people: Person[] = []
  @state() private refusal = ''

  constructor() {
    super()
    new LanguageController(this)
  }

  override connectedCallback(): void {
    super.connectedCallback()
    void this.#askPeople()
  }

  protected override render(): TemplateResult {
    return html`<header>
      <a class="name" href="#/"><img src=${logo} alt="" /><span>Zorgpad</span></a>
      <nav aria-label=${text('header.pages')}>
        ${this.#link({ page: 'library' }, 'library', text('title.library'))}
        ${this.#link({ page: 'worklist' }, 'list', text('title.worklist'))}
      </nav>
      <div class="tools">${this.#who()} ${this.#languages()} ${this.#theme()}</div>
      ${this.refusal ? html`<p class="refusal" role="alert">${this.refusal}</p>` : nothing}
    </header>`
  }

  #link(route: Route, name: 'library' | 'list', words: string): TemplateResult {
    const here = this.route.page === route.page || (route.page === 'worklist' && this.route.page === 'patient')
    return html`<a class="button quiet" href=${addressOf(route)} aria-current=${here ? 'page' : nothing}>
      ${icon(name)}<span>${words}</span></a
    >`
  }

  #who(): TemplateResult | typeof nothing {
    const choices = this.#choices()
    if (choices.length === 0) return this.me ? html`<span class="small">${this.me.person.name}</span>` : nothing
    const known = choices.some(({ person, role }) => this.#isMe(person, role))
    return html`<label class="person">
      <span class="visually-hidden">${text('header.person')}</span>
      <select @change=${this.#choose}>
        ${!known ? html`<option value="" selected>${text('header.sign-in')}</option>` : nothing}
        ${(['header.staff', 'header.others'] as const).map((group) => {
          const inside = choices.filter(({ role }) => isStaff(role.role) === (group === 'header.staff'))
          return html`<optgroup label=${text(group)}>
            ${inside.map((choice) => this.#option(choice, choices))}
          </optgroup>`
        })}
      </select>
    </label>`
  }

  #option(choice: Choice, choices: Choice[]): TemplateResult {
    const { person, role } = choice
    return html`<option value=${choices.indexOf(choice)} ?selected=${this.#isMe(person, role)}>
      ${person.name} · ${text(`role.${role.role}`)}
    </option>`
  }

  #languages(): TemplateResult {
    const other = language() === 'nl' ? 'en' : 'nl'
    return html`<button class="button quiet" lang=${other} @click=${() => setLanguage(other)}>
      ${other === 'en' ? 'English' : 'Nederlands'}
    </button>`
  }

  #theme(): TemplateResult {
    const label = text(isDark() ? 'header.light' : 'header.dark')
    return html`<button class="button quiet icon" aria-label=${label} title=${label} @click=${this.#turn}>
      ${icon(isDark() ? 'sun' : 'moon')}
    </button>`
  }

  #choices(): Choice[] {
    return this.people.flatMap((person) => person.roles.map((role) => ({ person, role })))
  }

  #isMe(person: Person, { role, organisation }: Choice['role']): boolean {
    return this.me?.person.id === person.id && this.me.role === role && this.me.organisation.id === organisation
  }

  readonly #turn = (): void => {
    setDark(!isDark())
    this.requestUpdate()
  }

  readonly #choose = async (event: Event): Promise<void> => {
    const choice = this.#choices()[Number((event.target as HTMLSelectElement).value)]
    if (!choice) return
    try {
      const me = await server.signIn({ person: choice.person.id, ...choice.role })
      this.refusal = ''
      this.dispatchEvent(new CustomEvent('signed-in', { detail: me }))
    } catch (error) {
      if (!(error instanceof ServerRefusal)) throw error
      this.refusal = `${error.message} (${error.code})`
    }
  }

  /** Outside the demonstration there is no such list, and nothing to choose. */
  async #askPeople(): Promise<void> {
    this.people = await peopleToBe()
  }
}

const isStaff = (role: Choice['role']['role']): boolean => role !== 'patient' && role !== 'device'
