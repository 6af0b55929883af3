import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { request as toApp } from 'node:http'
import { createServer } from 'node:https'
import { join } from 'node:path'
import { temporaryFolder } from '../temporary-folder'

const CERTIFICATE =
  'req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 -subj /CN=localhost -addext subjectAltName=DNS:localhost'

/** Takes https://localhost:`port` to the app as a reverse proxy does: WebKit keeps secure cookies of nothing else. */
export function startTlsProxy(port: number, app: string): Promise<{ close: () => void }> {
  const server = createServer(selfSigned(), (request, response) => {
    const { method, headers, url = '/' } = request
    const forwarded = toApp(new URL(url, app), { method, headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers)
      answer.pipe(response)
    })
    forwarded.on('error', () => response.destroy())
    response.on('close', () => forwarded.destroy())
    request.pipe(forwarded)
  })
  const close = () => {
    server.close()
    server.closeAllConnections()
  }
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', () => resolve({ close }))
  })
}

function selfSigned(): { key: Buffer; cert: Buffer } {
  const folder = temporaryFolder('tls')
  const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')]
  execFileSync('openssl', [...CERTIFICATE.split(' '), '-keyout', key, '-out', cert], { stdio: 'pipe' })
  return { key: readFileSync(key), cert: readFileSync(cert) }
}
