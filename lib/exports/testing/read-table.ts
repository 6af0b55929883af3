/** Reads a table as RFC 4180 writes it down, character by character and apart from how it is written; throws for what is none. */
export function readTable(text: string, separator: string): string[][] {
  const rows: string[][] = []
  let [row, at]: [string[], number] = [[], 0]
  while (at < text.length) {
    const [cell, end] = text[at] === '"' ? readQuoted(text, at + 1) : readPlain(text, at, separator)
    row.push(cell)
    at = end
    if (text.startsWith('\r\n', at)) {
      rows.push(row)
      row = []
      at += 2
    } else if (text[at] === separator) at++
    else throw new Error(`there is neither a separator nor an end at ${at}`)
  }
  if (row.length > 0) throw new Error('the last line has no end')
  return rows
}

function readPlain(text: string, from: number, separator: string): [string, number] {
  let end = from
  while (end < text.length && text[end] !== separator && text[end] !== '\r') {
    if (text[end] === '"' || text[end] === '\n') throw new Error(`at ${end} is what has to be quoted`)
    end++
  }
  return [text.slice(from, end), end]
}

function readQuoted(text: string, from: number): [string, number] {
  let cell = ''
  for (let at = from; at < text.length; at++) {
    if (text[at] !== '"') cell += text[at]
    else if (text[at + 1] === '"') cell += text[at++]
    else return [cell, at + 1]
  }
  throw new Error('a quoted cell has no end')
}
