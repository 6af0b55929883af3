/** What stands between two people in what somebody pastes; spaces alone part them where none is called by a name. */
const BETWEEN = /[\n\r,;\t]+/
const WITH_NAME = /<[^<>\s]+@[^<>\s]+>/
const ADDRESS = /[^\s@]@[^\s@]+\.[^\s@]/

/** Whom a text names: one a line, or apart by commas, semicolons or spaces; each as it is written. */
export function pastedLines(text: string): string[] {
  return text
    .split(BETWEEN)
    .flatMap((part) => (WITH_NAME.test(part) ? [part] : part.split(/\s+/)))
    .map((part) => part.trim())
    .filter((part) => part !== '')
}

/** Whether a line may name an address: of what does not the server says so, and nobody is invited. */
export function mayBeAddress(line: string): boolean {
  return ADDRESS.test(line)
}
