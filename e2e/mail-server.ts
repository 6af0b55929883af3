import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'

/** What a mail server of this process was handed, as it came. */
export type MailServer = {
  url: string
  letters: string[]
  refuse: (code: number | null) => void
  stop: () => Promise<void>
}

export async function startMailServer(): Promise<MailServer> {
  const letters: string[] = []
  let refusal: number | null = null
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onRcptTo: (_address, _session, done) =>
      done(refusal === null ? null : Object.assign(new Error('No.'), { responseCode: refusal })),
    onData(stream, _session, done) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        letters.push(unfolded(Buffer.concat(chunks).toString()))
        done()
      })
    },
  })
  server.on('error', () => {})
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`,
    letters,
    refuse: (code) => (refusal = code),
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

/** As quoted-printable is read (RFC 2045, 6.7). */
function unfolded(letter: string): string {
  return letter.replaceAll('=\r\n', '').replaceAll('=3D', '=')
}
