/** How far from the window what is scrolled to is near, where the browser can look beyond the box that scrolls. */
const NEAR = { rootMargin: '1000px 0px', scrollMargin: '1000px 0px' }

/** Tells which of these elements are near the window, whenever it changes from none at first, until `signal` is aborted. */
export function onNear(
  elements: Iterable<Element>,
  listener: (near: ReadonlySet<Element>) => void,
  signal: AbortSignal,
) {
  const near = new Set<Element>()
  const observer = new IntersectionObserver((entries) => {
    const changed = entries.filter(({ target, isIntersecting }) => near.has(target) !== isIntersecting)
    for (const { target, isIntersecting } of changed) near[isIntersecting ? 'add' : 'delete'](target)
    if (changed.length > 0) listener(near)
  }, NEAR)
  for (const element of elements) observer.observe(element)
  signal.addEventListener('abort', () => observer.disconnect())
}
