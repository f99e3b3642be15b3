/** Longer words than a step is wide would run into each other. */
const WIDE = /[^\x20-\x7e−]|.{6}/

/** How the steps of a band are drawn. @param borders what is written between them */
export const bandClass = (borders: readonly string[] | undefined): string =>
  [
    'legend-band',
    ...(borders ? ['has-borders'] : []),
    ...(borders?.some((one) => WIDE.test(one)) ? ['is-wide'] : []),
  ].join(' ')
