/** Of the head of a page: its title stands at the same height on all of them. */
export const PAGE_HEADER = 'flex min-h-12 flex-wrap items-center gap-x-3 gap-y-1 px-4 py-2 lg:min-h-14 lg:px-6'
