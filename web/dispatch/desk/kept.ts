/** What this browser keeps for a person; null where it keeps nothing, or may not. */
export function readKept(name: string, person: string | undefined): string | null {
  try {
    return localStorage.getItem(placeOf(name, person))
  } catch {
    return null
  }
}

export function keep(name: string, person: string | undefined, value: unknown): void {
  try {
    localStorage.setItem(placeOf(name, person), JSON.stringify(value))
  } catch {
    // It holds until the page is closed.
  }
}

const placeOf = (name: string, person: string | undefined): string => `gridkeeper.desk.${name}.${person ?? 'guest'}`
