import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { clock } from '../format.ts'
import { Refused } from '../refused.tsx'
import { Button } from '../ui/Button.tsx'
import { Hairlines } from '../ui/Hairlines.tsx'

interface WithAgeProps<Data> {
  of: UseQueryResult<Data>
  /** What could not be read, in words. */
  title: string
  children: (data: Data) => ReactNode
}

/** What was read last stays on the page when it cannot be read anew, with its time; before the first time, hairlines. */
export function WithAge<Data>({ of, title, children }: WithAgeProps<Data>) {
  const { t } = useTranslation()
  const { data, error, dataUpdatedAt, refetch } = of
  if (data === undefined && !error) return <Hairlines rows={8} label={t('page.loading')} />
  return (
    <>
      {error ? (
        <Refused fault={error} title={title}>
          {data === undefined ? null : <p>{t('console.stale', { time: clock(dataUpdatedAt) })}</p>}
          <Button small onClick={() => void refetch()}>
            {t('connection.retry')}
          </Button>
        </Refused>
      ) : null}
      {data === undefined ? null : children(data)}
    </>
  )
}
