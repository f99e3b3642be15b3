import { useQueries } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { CodeKind } from '../../../server/contract/code-registry.ts'
import { InspectionKind } from '../../../server/contract/inspection.ts'
import { getCode } from '../../api.ts'
import { useLanguage } from '../../i18n/use-language.ts'

/** Names of heat classes: `matter:06010` by the code table of the server, a kind of inspection by the words of the screen. A code
 *  that no table knows stays a code. */
export function useClassNames(classes: readonly string[]): (id: string) => string {
  const { t } = useTranslation()
  const language = useLanguage()
  const codes = classes.flatMap((id) => {
    const [kind, code] = id.split(':')
    const known = CodeKind.safeParse(kind)
    return known.success && code ? [{ id, kind: known.data, code }] : []
  })
  const names = useQueries({
    queries: codes.map(({ kind, code }) => ({
      queryKey: ['code', kind, code],
      queryFn: ({ signal }: { signal: AbortSignal }) => getCode(kind, code, signal),
      staleTime: Number.POSITIVE_INFINITY,
      retry: false,
    })),
    combine: (answers) => new Map(answers.map(({ data }, i) => [codes[i]?.id, data?.name] as const)),
  })
  return (id) => {
    const kind = InspectionKind.safeParse(id)
    if (kind.success) return t(`kind.${kind.data}`)
    return names.get(id)?.[language] ?? id.replace(/^\w+:/, '')
  }
}
