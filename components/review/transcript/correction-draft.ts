import { kept } from '../../kept'
import { ownKey } from '../../kept-keys'
import type { PassagePart } from './passage'

/** What is typed in place of these words, kept with every letter: the tab may be loaded anew before it is stored. */
export class CorrectionDraft {
  #key: string | null

  constructor(interviewId: string, { segment, from, to }: PassagePart) {
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
