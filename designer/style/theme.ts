/** Light or dark: what the system asks for until the user chooses; remembered. */
const remembered = 'zorgpad-theme'
const system = matchMedia('(prefers-color-scheme: dark)')

export const isDark = (): boolean => document.documentElement.classList.contains('wa-dark')

export function applyTheme(): void {
  const chosen = localStorage.getItem(remembered)
  const dark = chosen === null ? system.matches : chosen === 'dark'
  document.documentElement.classList.toggle('wa-dark', dark)
  window.dispatchEvent(new Event('zorgpad-theme'))
}

export function setDark(dark: boolean): void {
  localStorage.setItem(remembered, dark ? 'dark' : 'light')
  applyTheme()
}

system.addEventListener('change', applyTheme)
