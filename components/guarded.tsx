import type { ReactNode } from 'react'
import { ErrorBoundary } from './error-boundary'
import { NotDrawn } from './not-drawn'

type Draw<Props> = (props: Props) => ReactNode

/** Draws, or on the server, where React knows no error boundary, what stands `instead`. `draw` must not be asynchronous. */
export function attempted<Props extends object>(draw: Draw<Props>, instead: Draw<Props>): Draw<Props> {
  return typeof window === 'undefined' ? tried(draw, instead) : draw
}

/** The same in the browser too, where it spares a boundary around each of many: for what has no state of its own. */
export function tried<Props extends object>(draw: Draw<Props>, instead: Draw<Props>): Draw<Props> {
  return function Tried(props) {
    try {
      return draw(props)
    } catch (error) {
      // lib/server/lifecycle/lifecycle.ts gives Node what browsers have.
      globalThis.reportError?.(error)
      return instead(props)
    }
  }
}

/** Instead of what is only looked at beside what says the same. */
export const nothing = () => null

/** What it draws costs only itself, on the server and in the browser: a sentence that begins with `name` stands where it cannot be drawn. */
export function guarded<Props extends object>(name: string, draw: Draw<Props>): Draw<Props> {
  const Attempt = attempted(draw, () => <NotDrawn name={name} />)
  return function Guarded(props) {
    return (
      <ErrorBoundary name={name}>
        <Attempt {...props} />
      </ErrorBoundary>
    )
  }
}
