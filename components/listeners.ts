/** Those who are told of something, for as long as they have not called what `add` returned. */
export class Listeners<News extends unknown[]> {
  #listeners = new Set<(...news: News) => void>()

  add(listener: (...news: News) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  tell(...news: News) {
    for (const listener of this.#listeners) listener(...news)
  }
}
