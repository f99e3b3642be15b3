/** More are neither read in a list nor told apart on a map; the figures count all of them. */
export const MOST_DRAWN = 5_000
