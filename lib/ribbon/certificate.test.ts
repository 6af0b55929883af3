import { execFileSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createServer, type Server } from 'node:tls'
import { afterEach, expect, test } from 'vitest'
import { requireSignedCertificate } from './certificate'

let server: Server | undefined
afterEach(() => void server?.close())

async function givenSelfSigned(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'certificate-'))
  const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')]
  const subject = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost,IP:127.0.0.1']
  const files = ['-keyout', key, '-out', cert]
  execFileSync('openssl', ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', ...subject, ...files], {
    stdio: 'ignore',
  })
  server = createServer({ key: readFileSync(key), cert: readFileSync(cert) }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  return `https://localhost:${(server.address() as AddressInfo).port}/be-api`
}

test('a self-signed certificate stops the start with a sentence that says what to do', async () => {
  const url = await givenSelfSigned()
  await expect(requireSignedCertificate(url)).rejects.toThrow(/RIBBON_API_URL .* NODE_EXTRA_CA_CERTS/)
  await expect(requireSignedCertificate(url.replace('localhost', '127.0.0.1'))).rejects.toThrow('NODE_EXTRA_CA_CERTS')
})

test.each(['https://127.0.0.1:1/be-api', 'https://nowhere.invalid', 'http://127.0.0.1:1'])(
  'that nobody answers at %s is no reason not to start',
  async (url) => {
    await expect(requireSignedCertificate(url)).resolves.toBeUndefined()
  },
)
