export type Json = string | number | boolean | null | Json[] | { [key: string]: Json }

/** JSON as Python's json.dumps writes it: a space after each comma and colon, nothing but ASCII. */
export function pythonJson(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(pythonJson).join(', ')}]`
  if (value === null || typeof value !== 'object') return asciiOnly(JSON.stringify(value))
  const members = Object.entries(value).map(([key, member]) => `${pythonJson(key)}: ${pythonJson(member)}`)
  return `{${members.join(', ')}}`
}

function asciiOnly(text: string) {
  return text.replace(/[\u007f-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
}
