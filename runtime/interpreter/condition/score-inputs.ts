/** How old the inputs of a score may be where the pathway says nothing. */
export const DEFAULT_WITHIN = '30 minutes'
