/** A promise that the test resolves. */
export function deferred<T = void>() {
  const waiting: ((value: T) => void)[] = []
  const promise = new Promise<T>((resolve) => void waiting.push(resolve))
  return { promise, resolve: (value: T) => waiting.forEach((resolve) => resolve(value)) }
}
