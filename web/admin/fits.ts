interface Checked {
  safeParse(value: unknown): { success: boolean }
}

/** A form's rule that is the server's own check, in words of the screen: the server is asked only for what it will take. */
export const fits =
  (schema: Checked, words: string) =>
  async (_: unknown, value: unknown): Promise<void> => {
    if (!schema.safeParse(value).success) throw new Error(words)
  }
