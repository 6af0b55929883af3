const HOME = '/candidates'

/** The path to come back to after sign-in when it is one of our pages, else the front door: never another origin. */
export function returnPath(wanted: string | null | undefined): string {
  if (!wanted?.startsWith('/') || /^\/[/\\]/.test(wanted)) return HOME

  const base = 'http://own.invalid'
  if (!URL.canParse(wanted, base)) return HOME
  const url = new URL(wanted, base)
  if (url.origin !== base || url.pathname.startsWith('/api/')) return HOME
  return url.pathname + url.search + url.hash
}

export function signInPath(wanted: string | null | undefined): string {
  const path = returnPath(wanted)
  return path === HOME ? '/sign-in' : `/sign-in?callbackUrl=${encodeURIComponent(path)}`
}
