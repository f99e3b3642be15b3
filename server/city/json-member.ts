/** `,"key":value` for an object in JSON; nothing where the value is undefined. */
export const jsonMember = (key: string, value: unknown): string =>
  value === undefined ? '' : `,${JSON.stringify(key)}:${JSON.stringify(value)}`
