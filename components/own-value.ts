/** What stands under a key from outside: `constructor` is an id like any other, and nothing stands there that nobody put there. */
export function ownValue<Value>(record: Record<string, Value>, key: string): Value | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined
}
