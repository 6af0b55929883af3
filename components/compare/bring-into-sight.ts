/** In pixels, with the line below: the head of the matrix, which stays above its rows. */
export const HEAD = 57

/** Scrolls no farther than a row of this height needs to be seen whole. */
export function bringIntoSight(scroller: HTMLElement | null, { index, height }: { index: number; height: number }) {
  if (!scroller || index < 0) return
  const [top, bottom] = [index * height, (index + 1) * height + HEAD]
  if (scroller.scrollTop > top) scroller.scrollTop = top
  else if (scroller.scrollTop + scroller.clientHeight < bottom) scroller.scrollTop = bottom - scroller.clientHeight
}
