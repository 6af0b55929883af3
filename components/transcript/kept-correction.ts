import { kept } from '../kept'
import { ownKey } from '../kept-keys'
import type { Stretch } from './segment-text'

type CorrectedPlace = Stretch & { segment: number }

/** What is typed in place of these words, kept with every letter: the tab may be loaded anew before it is stored. */
export class KeptCorrection {
  #key: string | null

  constructor(interviewId: string, { segment, from, to }: CorrectedPlace) {
    const own = ownKey('correction')
    this.#key = own && `${own} ${interviewId} ${segment} ${from} ${to}`
  }

  find(): string | null {
    return this.#key && kept.find(this.#key)
  }

  keep(text: string) {
    if (this.#key) kept.keep(this.#key, text)
  }

  drop() {
    if (this.#key) kept.drop(this.#key)
  }
}

/** One that was begun and neither stored nor given up, of this member; null where there is none. */
export function findBegunCorrection(interviewId: string): (CorrectedPlace & { text: string }) | null {
  const own = ownKey('correction')
  const beginning = own && `${own} ${interviewId} `
  const key =
    beginning && kept.keys().find((name) => name.startsWith(beginning) && PLACE.test(name.slice(beginning.length)))
  const [segment, from, to] = key ? key.slice(beginning.length).split(' ').map(Number) : []
  const text = key ? kept.find(key) : null
  if (segment === undefined || from === undefined || to === undefined || text === null) return null
  return { segment, from, to, text }
}

/** Nothing else: another interview's id may begin with this one's. */
const PLACE = /^\d+ \d+ \d+$/
