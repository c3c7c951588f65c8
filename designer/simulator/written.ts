/** What somebody wrote in a field of a form, trimmed. */
export function written(form: EventTarget | null, name: string): string {
  const value = form instanceof HTMLFormElement ? new FormData(form).get(name) : null
  return typeof value === 'string' ? value.trim() : ''
}
