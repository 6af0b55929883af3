/** A small repeatable source of chance: the same seed text gives the same draws on every machine. */
export class Random {
  private state: number

  constructor(seed: string) {
    this.state = hashText(seed)
  }

  /** In [0, 1); the generator is mulberry32. */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0
    let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000
  }

  between(least: number, most: number): number {
    return least + this.next() * (most - least)
  }

  /** Whole, both ends included. */
  whole(least: number, most: number): number {
    return Math.floor(this.between(least, most + 1))
  }

  chance(probability: number): boolean {
    return this.next() < probability
  }

  pick<T>(list: readonly T[]): T {
    return entry(list, Math.floor(this.next() * list.length))
  }

  /** The first of the list most often, the n-th about 1/n as often, as words are in speech. */
  pickByRank<T>(list: readonly T[]): T {
    return entry(list, Math.floor((list.length + 1) ** this.next()) - 1)
  }
}

function entry<T>(list: readonly T[], at: number): T {
  const found = list[Math.min(at, list.length - 1)]
  if (found === undefined) throw new Error('nothing to pick from')
  return found
}

/** 32 bits of FNV-1a with a final mix, so that seeds that differ by one digit differ everywhere. */
export function hashText(text: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}
