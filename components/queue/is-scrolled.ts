/** Whether the next page would begin below its top: to scroll there is to lay the page out once more before it is painted. */
export function isScrolled(): boolean {
  return [document.documentElement, document.querySelector('main')].some((one) => one !== null && one.scrollTop > 0)
}
