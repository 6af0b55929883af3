import { AHEAD_HEADER } from '@/lib/ahead-header'
import { connectivity, GATEWAY_FAILED } from '../connectivity'
import { Listeners } from '../listeners'

/** A page that was gone to and whose answer nobody has given yet; `href` is its path and query. */
export type AwaitedPage = { href: string; how: 'push' | 'replace' | 'traverse' }

type Options = {
  ask: (input: RequestInfo | URL, init?: RequestInit) => Promise<Response>
  /** Resolves when it may be worth asking again. */
  pause: () => Promise<void>
  /** For how long an answer may take before the page counts as awaited, in milliseconds. */
  patience: number
  /** Loads the whole document of a page, by its path and query. */
  load: (href: string) => void
}

/**
 * Next's router loads the whole document where it cannot read a page's answer, and with it goes all that is on the screen. So
 * what it asks for is asked for again until there is an answer, for as long as nobody goes elsewhere.
 */
export class PageRequests {
  #options: Options
  #begun: AwaitedPage | null = null
  #awaited: AwaitedPage | null = null
  #ahead = new Set<string>()
  #latest = 0
  #listeners = new Listeners<[]>()
  #answered = new Listeners<[string]>()

  constructor(options: Options) {
    this.#options = options
  }

  /** Null while the page that is shown is the one that was gone to. */
  getAwaited = (): AwaitedPage | null => this.#awaited
  onChange = (listener: () => void): (() => void) => this.#listeners.add(listener)

  /** Tells the path and query of each page that is answered, gone to or loaded before. */
  onAnswer = (listener: (href: string) => void): (() => void) => this.#answered.add(listener)

  /** The router is to ask for this path and query next, without anybody going there: the server is told so. */
  loadAhead(href: string) {
    this.#ahead.add(href)
  }

  /** Somebody goes to a page, and to no other any more; whether anything has to be asked for it shows later. */
  begin(page: AwaitedPage) {
    this.#begun = page
    this.#latest++
    this.#set(null)
  }

  /** Another page is shown than the one that is awaited: nobody wants that any more. */
  forget() {
    if (!this.#awaited) return
    this.#latest++
    this.#set(null)
  }

  /**
   * `fetch` for what the router asks for. What was asked for before never ends if nobody answers it, but for what is loaded ahead: the
   * router waits for that where somebody goes there meanwhile, and asks for nothing else.
   */
  answer = async (input: RequestInfo | URL, init?: RequestInit): Promise<Response> => {
    const wasToBeAhead = this.#ahead.delete(hrefOf(input))
    let page = this.#takeBegun(input)
    const isAhead = wasToBeAhead && !page
    // What nobody goes to, loaded ahead or drawn anew, takes the turn of no page that somebody does go to.
    let turn = this.#latest
    const tell = (isAnswered: boolean) => {
      const begun = isAhead ? this.#takeBegun(input) : null
      if (begun) [page, turn] = [begun, this.#latest]
      if (page && turn === this.#latest) this.#set(isAnswered ? null : page)
    }
    const late = setInterval(() => tell(false), this.#options.patience)
    const asked = isAhead ? ahead(init) : init
    try {
      for (;;) {
        const response = await this.#attempt(input, asked)
        tell(response !== null)
        if (response?.ok) this.#answered.tell(hrefOf(input))
        // The router shows nothing where it went to a page that it was loading ahead and that failed.
        else if (response && isAhead && page && turn === this.#latest) this.#options.load(page.href)
        if (response) return response
        await this.#options.pause()
        if (!isAhead && turn !== this.#latest) break
      }
    } finally {
      clearInterval(late)
    }
    return new Promise(() => {})
  }

  /** The page that is gone to, where this asks for it. */
  #takeBegun(input: RequestInfo | URL): AwaitedPage | null {
    const begun = this.#begun && isFor(this.#begun, input) ? this.#begun : null
    if (begun) this.#begun = null
    return begun
  }

  /** The whole of an answer, since one that breaks off is none; null where there is none. */
  async #attempt(input: RequestInfo | URL, init?: RequestInit): Promise<Response | null> {
    const asked = connectivity.get()
    try {
      const response = await this.#options.ask(input, init)
      connectivity.answered(response, asked)
      if (GATEWAY_FAILED.includes(response.status)) return null
      const body = await response.arrayBuffer()
      if (!holdsOutage(body)) return withBody(response, body)
      connectivity.failed()
      return null
    } catch (error) {
      if (init?.signal?.aborted) throw error
      connectivity.unanswered()
      return null
    }
  }

  #set(page: AwaitedPage | null) {
    if (page === this.#awaited) return
    this.#awaited = page
    this.#listeners.tell()
  }
}

function ahead(init?: RequestInit): RequestInit {
  const headers = new Headers(init?.headers)
  headers.set(AHEAD_HEADER, '1')
  return { ...init, headers }
}

function withBody({ status, statusText, headers, url, redirected }: Response, body: ArrayBuffer): Response {
  const read = new Response(body, { status, statusText, headers })
  return Object.defineProperties(read, { url: { value: url }, redirected: { value: redirected } })
}

/** Where the page was begun before the database was asked, its error stands in it; a text of anybody’s would have its quotes escaped. */
function holdsOutage(body: ArrayBuffer): boolean {
  return new TextDecoder().decode(body).includes('"digest":"database_unavailable"')
}

/** Not of what is drawn anew where one is: that is asked for without anybody going anywhere. */
function isFor({ href }: AwaitedPage, asked: RequestInfo | URL): boolean {
  const url = asked instanceof Request ? asked.url : asked
  return new URL(url, BASE).pathname === new URL(href, BASE).pathname
}

/** Without what the router adds to tell one answer from another. */
function hrefOf(asked: RequestInfo | URL): string {
  const { pathname, searchParams } = new URL(asked instanceof Request ? asked.url : asked, BASE)
  searchParams.delete('_rsc')
  return searchParams.size > 0 ? `${pathname}?${searchParams}` : pathname
}

const BASE = 'http://debrief'
