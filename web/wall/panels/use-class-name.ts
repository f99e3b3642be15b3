import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { getCodes } from '../../api-cases.ts'
import { useLanguage } from '../../i18n/use-language.ts'

/** What a class is called: by `matter:06010`; its code where its name is not known (yet). */
export function useClassName(): (ofClass: string) => string {
  const language = useLanguage()
  const { data } = useQuery({ queryKey: ['codes'], queryFn: ({ signal }) => getCodes(signal), staleTime: 5 * 60_000 })
  const names = useMemo(() => new Map(data?.map(({ kind, code, name }) => [`${kind}:${code}`, name])), [data])
  return (ofClass) => names.get(ofClass)?.[language] ?? ofClass.slice(ofClass.indexOf(':') + 1)
}
