import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { UNCLASSIFIED } from '../../server/contract/case.ts'
import { NamedSelect } from '../console/NamedSelect.tsx'
import { useLanguage } from '../i18n/use-language.ts'
import { useCodes } from './queries.ts'

interface ClassSelectProps {
  id?: string
  /** `component:01037` */
  value?: string | undefined
  onChange?: (of: string | undefined) => void
}

/** A class of GB/T 47678.5 by its name in either language or its code. */
export function ClassSelect({ id, value, onChange }: ClassSelectProps) {
  const { t } = useTranslation()
  const language = useLanguage()
  const codes = useCodes()
  const options = useMemo(
    () =>
      (codes.data ?? [])
        .filter(({ code }) => code !== UNCLASSIFIED.code)
        .map(({ kind, code, name }) => ({
          value: `${kind}:${code}`,
          label: `${name[language]} ${code} ${t(`codeKind.${kind}`)}`,
          words: `${name.zh} ${name.en} ${code}`.toLowerCase(),
        })),
    [codes.data, language, t],
  )
  return (
    <NamedSelect<string | null>
      label={t('cases.class')}
      {...(id === undefined ? {} : { id })}
      allowClear
      showSearch={{
        filterOption: (typed, option) =>
          option !== undefined && 'words' in option && String(option.words).includes(typed.trim().toLowerCase()),
      }}
      style={{ width: '100%' }}
      loading={codes.isLoading}
      placeholder={t('cases.classHint')}
      value={value ?? null}
      options={options}
      notFoundContent={t('cases.noClass')}
      onChange={(of) => onChange?.(of ?? undefined)}
    />
  )
}
