import { createInterface } from 'node:readline/promises'
import { Writable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { UsageError } from './member-arguments'

/** Typed twice without an echo at a terminal, else all of standard input but a final line break. Throws UsageError. */
export async function readPassword(): Promise<string> {
  const password = process.stdin.isTTY ? await typedTwice() : (await text(process.stdin)).replace(/\r?\n$/, '')
  if (password === '') throw new UsageError('No password came on standard input.')
  return password
}

async function typedTwice() {
  const password = await askUnseen('Password: ')
  if ((await askUnseen('Again: ')) !== password) throw new UsageError('Those were two different passwords.')
  return password
}

async function askUnseen(question: string) {
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() })
  const lines = createInterface({ input: process.stdin, output: nowhere, terminal: true })
  lines.once('SIGINT', () => process.exit(130))
  process.stderr.write(question)
  const answer = await lines.question('')
  lines.close()
  process.stderr.write('\n')
  return answer
}
