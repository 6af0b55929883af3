/** What broke, each kind once with how often, and what was counted on the way. */
export class Findings {
  readonly #broken = new Map<string, number>()
  readonly #counts = new Map<string, number>()

  /** One sentence for all cases of a kind, with its first case as the example; printed at once, with the time. */
  report(kind: string, example = '') {
    const known = [...this.#broken.keys()].find((sentence) => sentence.startsWith(kind))
    if (known === undefined) console.error(`BROKEN at ${new Date().toISOString()}: ${kind}${example}`)
    const sentence = known ?? `${kind}${example}`
    this.#broken.set(sentence, (this.#broken.get(sentence) ?? 0) + 1)
  }

  count(name: string, times = 1) {
    this.#counts.set(name, (this.#counts.get(name) ?? 0) + times)
  }

  counted(name: string): number {
    return this.#counts.get(name) ?? 0
  }

  get broken(): string[] {
    return [...this.#broken].map(([sentence, times]) => (times === 1 ? sentence : `${sentence} (${times} times)`))
  }
}
