const NAMES: Record<string, string> = {
  '/account': 'The account page',
  '/audit': 'The audit log',
  '/candidates': 'The list of candidates',
  '/compare': 'The comparison',
  '/connection': 'The connection page',
  '/invitations': 'The invitations',
  '/review': 'Review',
  '/settings': 'The settings',
  '/team': 'The team page',
}

/** What a page is called where somebody has just gone to it: as a link to it says, or by its kind. */
export function pageName(href: string): string {
  const path = href.replace(/\?.*/, '')
  return NAMES[path] ?? linkName(path) ?? (path.startsWith('/candidates/') ? 'The candidate' : 'The page')
}

/** Whatever of the page is linked to: with a moment, from a list. */
function linkName(path: string): string | null {
  const links = [...document.querySelectorAll<HTMLAnchorElement>(`a[href^="${CSS.escape(path)}"]`)]
  const names = links
    .filter(({ pathname }) => pathname === path)
    .map((link) => link.ariaLabel ?? (link.querySelector('bdi') ?? link).textContent)
  return names.map((name) => name.trim()).find((name) => name !== '') ?? null
}
