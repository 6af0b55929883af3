import { inThousands } from './bounded-count'

/** So many of something, as `1 interview`, `2 interviews` and `1,200 more wait`. */
export function howMany(count: number, one: string, several = `${one}s`): string {
  return `${inThousands(count)} ${count === 1 ? one : several}`
}
