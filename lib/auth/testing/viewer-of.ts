import { NextRequest } from 'next/server'
import { readSessionId } from '../session-cookie'
import { findViewerBySession } from '../viewer'
import type { openBrowser } from './browser'

/** Null when this browser is signed in as nobody. */
export async function viewerOf({ cookies }: ReturnType<typeof openBrowser>) {
  const cookie = [...cookies].map((pair) => pair.join('=')).join('; ')
  const id = await readSessionId(new NextRequest('http://localhost:3000', { headers: { cookie } }).cookies)
  return id ? findViewerBySession(id) : null
}
