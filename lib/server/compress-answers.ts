import 'server-only'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { constants } from 'node:zlib'
import compression from 'compression'
import { onRequestStart } from './request-start'

/** Of 11: takes as long as gzip does at its usual level. */
const QUALITY = 5
/** Two to this power are the bytes in which it looks for what was said before: a page holds its transcript twice. */
const WINDOW = 20

/** Express's request and response are Node's with more to them, which this does not use. */
type Compress = (request: IncomingMessage, response: ServerResponse, next: () => void) => void

/** From now on text answers are sent in Brotli to who reads it, which Next by itself cannot, and in gzip to others. */
export function compressAnswers() {
  const { BROTLI_PARAM_QUALITY: quality, BROTLI_PARAM_LGWIN: window } = constants
  const brotli = { params: { [quality]: QUALITY, [window]: WINDOW } }
  const compress = compression({ brotli }) as unknown as Compress
  onRequestStart(({ request, response }) => compress(request, response, () => {}))
}
