import type { TypeCode } from '../../../../server/contract/code-registry.ts'
import { type Condition, conditionsFor } from '../../../../server/contract/condition.ts'

type Language = 'zh' | 'en'

/** Those for a class as the filing post is offered them, with the text in their name or condition. */
export function filterConditions(
  all: readonly Condition[],
  { class: asked, text }: { class: string | undefined; text: string },
): Condition[] {
  const [kind, code] = asked?.split(':') ?? []
  const fitting = kind && code ? conditionsFor(all, kind as Condition['kind'], code) : [...all]
  const words = text.trim().toLowerCase()
  return fitting.filter(({ id, title, condition }) =>
    [id, title.zh, title.en, condition.zh, condition.en].some((part) => part.toLowerCase().includes(words)),
  )
}

/** Classes that a condition is made for, by name. */
export function classOptions(
  all: readonly Condition[],
  codes: readonly TypeCode[],
  language: Language,
): { value: string; label: string }[] {
  const used = new Set(all.flatMap(({ kind, codes: of }) => of.map((code) => `${kind}:${code}`)))
  return codes
    .filter(({ kind, code }) => used.has(`${kind}:${code}`))
    .map(({ kind, code, name }) => ({ value: `${kind}:${code}`, label: `${name[language]} ${code}` }))
}

/** Names of the classes of a condition, the first few of many. */
export function classNames({ kind, codes: of }: Condition, codes: readonly TypeCode[], language: Language): string[] {
  const names = new Map(codes.filter((one) => one.kind === kind).map(({ code, name }) => [code, name[language]]))
  return of.filter((code) => code !== '*').map((code) => names.get(code) ?? code)
}
