import { gzipSync } from 'node:zlib'
import { signInOverHttp } from '../e2e/http-session'
import { MEMBERS, PASSWORD, startInstallation } from '../e2e/installation'
import { untilMirrored } from './mirrored'

const PAGE = 50
const INTERVIEWS = 200

/** The JSON that Ribbon sends for a page of its list, over what the browser gets for the same number of rows. */
export async function measureTransfer() {
  const installation = await startInstallation({
    sandboxOptions: ['--samples', 'none', '--interviews', String(INTERVIEWS), '--seed', '1'],
  })
  const cookie = await signInOverHttp(installation.origin, MEMBERS[0], PASSWORD)
  await untilMirrored(installation.origin, cookie)

  const ribbon = await download(`${installation.sandbox}/be-api/v1/interviews?limit=${PAGE}`, {
    authorization: `Bearer ${installation.key}`,
  })
  const ours = await download(`${installation.origin}/api/interviews?limit=${PAGE}`, { cookie })
  console.log(`\nThe list of ${PAGE} interviews, bytes`)
  console.table([
    { as: 'JSON', ...compared(ribbon.byteLength, ours.byteLength) },
    { as: 'JSON, gzip', ...compared(gzipSync(ribbon).byteLength, gzipSync(ours).byteLength) },
  ])
  await installation.stop()
}

function compared(ribbon: number, browser: number) {
  return { 'from Ribbon': ribbon, 'to the browser': browser, ratio: Math.round(ribbon / browser) }
}

async function download(url: string, headers: Record<string, string>) {
  const response = await fetch(url, { headers })
  if (!response.ok) throw new Error(`${url} answered ${response.status}`)
  return new Uint8Array(await response.arrayBuffer())
}
