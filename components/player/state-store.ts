import { Listeners } from '../listeners'

/** A state that tells whoever listens once it is another. */
export class StateStore<State extends object> {
  #state: State
  #listeners = new Listeners<[]>()

  constructor(state: State) {
    this.#state = state
  }

  get state(): State {
    return this.#state
  }

  listen = (listener: () => void): (() => void) => this.#listeners.add(listener)

  change(change: Partial<State>) {
    const names = Object.keys(change) as (keyof State)[]
    if (names.every((name) => this.#state[name] === change[name])) return
    this.#state = { ...this.#state, ...change }
    this.#listeners.tell()
  }
}
