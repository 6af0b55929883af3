import { createServer, type AddressInfo, type Server } from 'node:net'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Mail } from './mail'
import { isMailSetUp, mailHost, sendMail } from './send'

const settings: { SMTP_URL?: string; MAIL_FROM?: string } = {}
vi.mock('../env', () => ({ env: () => settings }))

const mail: Mail = {
  to: 'grace@example.com',
  subject: 'Ada Byron\r\nBcc: eve@example.com',
  parts: ['Ada Byron invites you.', { link: 'https://debrief.example/invite/a-token' }],
}
/** Milliseconds. */
const SHORT = { greeting: 500, silence: 500, whole: 5_000 }

type Received = { from: string; to: string[]; text: string }
let received: Received[] = []
let opened: (() => void)[] = []
beforeEach(() => {
  received = []
  opened = []
  Object.assign(settings, { SMTP_URL: undefined, MAIL_FROM: 'Debrief <debrief@example.com>' })
})
afterEach(() => opened.forEach((close) => close()))

/** A mail server of this process; Debrief is told of it as `host`. */
async function givenServer(options: SMTPServerOptions = {}, host = '127.0.0.1', credentials = ''): Promise<void> {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, { envelope }, done) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        const from = envelope.mailFrom === false ? '' : envelope.mailFrom.address
        const to = envelope.rcptTo.map(({ address }) => address)
        received.push({ from, to, text: Buffer.concat(chunks).toString() })
        done()
      })
    },
    ...options,
  })
  // Who is refused closes the connection.
  server.on('error', () => {})
  await new Promise<void>((resolve) => server.listen(0, '0.0.0.0', resolve))
  opened.push(() => server.close())
  tellOf(server.server, host, credentials)
}

function tellOf(server: Server, host = '127.0.0.1', credentials = '') {
  settings.SMTP_URL = `smtp://${credentials}${host}:${(server.address() as AddressInfo).port}`
}

const refusing = (responseCode: number): SMTPServerOptions => ({
  onRcptTo: (_address, _session, done) => done(Object.assign(new Error('No.'), { responseCode })),
})

test('a mail is handed over as text and as plain HTML, to its reader alone', async () => {
  await givenServer()
  await sendMail(mail)
  expect(received).toMatchObject([{ from: 'debrief@example.com', to: ['grace@example.com'] }])
  const [{ text } = { text: '' }] = received
  expect(text).toContain('Content-Type: text/plain')
  expect(text).toContain('Content-Type: text/html')
  expect(text).toContain('https://debrief.example/invite/a-token')
  expect(text).toMatch(/^Auto-Submitted: auto-generated\r$/im)
  expect(text, 'a name adds no header').not.toMatch(/^Bcc:/im)
})

test('the server is told who sends, with what is special in the password', async () => {
  const tried: unknown[] = []
  await givenServer(
    {
      authOptional: false,
      allowInsecureAuth: true,
      onAuth: ({ username, password }, _session, done) => {
        tried.push([username, password])
        done(null, { user: username })
      },
    },
    '127.0.0.1',
    'debrief%40example.com:p%40ss%3Aword@',
  )
  await sendMail(mail)
  expect(tried).toEqual([['debrief@example.com', 'p@ss:word']])
})

test.each([550, 553, 535])('what is refused with %i is refused for good', async (code) => {
  await givenServer(refusing(code))
  await expect(sendMail(mail)).rejects.toMatchObject({ code: 'mail_refused' })
  expect(received).toEqual([])
})

test.each([421, 450])('what is put off with %i is to be tried again', async (code) => {
  await givenServer(refusing(code))
  await expect(sendMail(mail)).rejects.toMatchObject({ code: 'mail_unreachable' })
})

test('a server that says nothing, or is not there, is given up in time', async () => {
  const silent = createServer()
  await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve))
  opened.push(() => silent.close())
  tellOf(silent)
  await expect(sendMail(mail, SHORT)).rejects.toMatchObject({ code: 'mail_unreachable' })

  const hanging: (() => void)[] = []
  await givenServer({
    onData: (stream, _session, done) => {
      hanging.push(done)
      stream.resume()
    },
  })
  await expect(sendMail(mail, SHORT)).rejects.toMatchObject({ code: 'mail_unreachable' })
  for (const done of hanging) done()

  settings.SMTP_URL = 'smtp://127.0.0.1:1'
  await expect(sendMail(mail, SHORT)).rejects.toMatchObject({ code: 'mail_unreachable' })
})

test('so is one that never ends what it says', async () => {
  const trickling = createServer((socket) => {
    socket.write('220 here\r\n')
    const more = setInterval(() => socket.write('250-and more\r\n'), 10)
    socket.on('error', () => {})
    socket.on('close', () => clearInterval(more))
  })
  await new Promise<void>((resolve) => trickling.listen(0, '127.0.0.1', resolve))
  opened.push(() => trickling.close())
  tellOf(trickling)
  const giving = sendMail(mail, { greeting: 20_000, silence: 20_000, whole: 300 })
  await expect(giving).rejects.toMatchObject({ code: 'mail_unreachable' })
})

test('a server elsewhere gets no mail without encryption, unless that is asked for', async () => {
  await givenServer({}, '127.0.0.2')
  await expect(sendMail(mail, SHORT)).rejects.toMatchObject({ code: 'mail_refused' })
  expect(received).toEqual([])
  settings.SMTP_URL += '?tls=off'
  await sendMail(mail)
  expect(received).toHaveLength(1)
})

test('nor does one whose certificate nobody vouches for', async () => {
  await givenServer({ disabledCommands: [] }, '127.0.0.2')
  await expect(sendMail(mail, SHORT)).rejects.toMatchObject({ code: 'mail_unreachable' })
  expect(received).toEqual([])
})

test('without a server nothing is sent, and that is known', async () => {
  expect(isMailSetUp()).toBe(false)
  expect(mailHost()).toBeNull()
  await expect(sendMail(mail)).rejects.toMatchObject({ code: 'mail_off' })
  settings.SMTP_URL = 'smtps://ada:secret@smtp.example.com'
  expect(isMailSetUp()).toBe(true)
  expect(mailHost()).toBe('smtp.example.com')
})
