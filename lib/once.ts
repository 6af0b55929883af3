/** What `make` returns, made when it is first asked for: whoever only imports it does not wait for that. */
export function once<Value>(make: () => Value): () => Value {
  let made: { value: Value } | null = null
  return () => (made ??= { value: make() }).value
}
