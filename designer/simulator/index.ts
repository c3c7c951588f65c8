/** Registers the elements of this folder. */
export {}
