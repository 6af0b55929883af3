/** Texts that this browser keeps between visits. One that blocks its storage, or has no room, keeps nothing. */
export const kept = {
  find: (key: string): string | null => attempt(() => window.localStorage.getItem(key)),
  keep: (key: string, text: string) => void attempt(() => window.localStorage.setItem(key, text)),
  drop: (key: string) => void attempt(() => window.localStorage.removeItem(key)),
}

function attempt<Result>(use: () => Result): Result | null {
  try {
    return use()
  } catch {
    return null
  }
}
