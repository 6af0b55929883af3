/** How far from the window what is scrolled to is near, where the browser can look beyond the box that scrolls. */
const NEAR = { rootMargin: '1000px 0px', scrollMargin: '1000px 0px' }

/** Tells which of these elements are near the window, at once and whenever it changes, until `signal` is aborted. */
export function onNear(
  elements: Iterable<Element>,
  listener: (near: ReadonlySet<Element>) => void,
  signal: AbortSignal,
) {
  const near = new Set<Element>()
  const observer = new IntersectionObserver((entries) => {
    for (const { target, isIntersecting } of entries) near[isIntersecting ? 'add' : 'delete'](target)
    listener(near)
  }, NEAR)
  for (const element of elements) observer.observe(element)
  signal.addEventListener('abort', () => observer.disconnect())
}
