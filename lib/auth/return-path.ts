const HOME = '/review'

// A browser reads both as the beginning of another host.
const ANOTHER_HOST = /^\/[/\\]/
const NOT_A_PAGE_TO_RETURN_TO = /^\/(api|_next|sign-in|setup|invite|reset|forgot|passkey)(\/|$)/

/** The path to come back to after sign-in when it is one of our pages, else the front door: never another origin. */
export function returnPath(wanted: string | null | undefined): string {
  const base = 'http://own.invalid'
  if (!wanted?.startsWith('/') || !URL.canParse(wanted, base)) return HOME

  const url = new URL(wanted, base)
  const path = url.pathname + url.search + url.hash
  // Looked at after parsing too: `/.//evil.example` is ours to the parser, and its path is another host to a browser.
  if (url.origin !== base || ANOTHER_HOST.test(path) || NOT_A_PAGE_TO_RETURN_TO.test(url.pathname)) return HOME
  return path
}

export function signInPath(wanted: string | null | undefined): string {
  const path = returnPath(wanted)
  return path === HOME ? '/sign-in' : `/sign-in?callbackUrl=${encodeURIComponent(path)}`
}
