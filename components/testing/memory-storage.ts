/** As a browser's storage, over these texts, for as many keys as there is room for. */
export function memoryStorage(texts = new Map<string, string>(), room = Infinity): Storage {
  return {
    getItem: (key) => texts.get(key) ?? null,
    setItem: (key, text) => {
      if (texts.size >= room) throw new Error('There is no room.')
      texts.set(key, text)
    },
    removeItem: (key) => void texts.delete(key),
    key: (index) => [...texts.keys()][index] ?? null,
    clear: () => texts.clear(),
    get length() {
      return texts.size
    },
  }
}
