/** Next leaves the browser's files out of its standalone folder; with them it is all that a deployment needs. */
import { cpSync } from 'node:fs'

cpSync('.next/static', '.next/standalone/.next/static', { recursive: true })
