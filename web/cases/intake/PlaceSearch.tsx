import { useQuery } from '@tanstack/react-query'
import { AutoComplete } from 'antd'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { LngLat } from '../../../server/contract/geo.ts'
import { search } from '../../api.ts'
import { NamedList } from '../../console/NamedList.tsx'

const PAUSE_MS = 250

/** A place by a name: a road, a thing, a spot of the base map; also in pinyin. The other way is a click on the map. */
export function PlaceSearch({ onPlace }: { onPlace: (place: LngLat) => void }) {
  const { t } = useTranslation()
  const [typed, setTyped] = useState('')
  const [asked, setAsked] = useState('')
  useEffect(() => {
    const timer = setTimeout(() => setAsked(typed.trim()), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [typed])
  const { data } = useQuery({
    queryKey: ['search', asked],
    queryFn: ({ signal }) => search(asked, signal),
    enabled: asked !== '',
  })
  const hits = asked === '' ? [] : (data ?? [])
  return (
    <AutoComplete
      id="place-search"
      style={{ width: '100%' }}
      value={typed}
      placeholder={t('intake.search')}
      popupRender={(list) => <NamedList label={t('search.results')}>{list}</NamedList>}
      options={hits.map((hit, at) => ({
        value: String(at),
        label: (
          <span className="place-hit">
            {hit.name} <small>{hit.where || t(`hit.${hit.kind}`)}</small>
          </span>
        ),
      }))}
      notFoundContent={asked !== '' && data ? t('search.none', { text: asked }) : null}
      onChange={(text: string) => setTyped(text)}
      onSelect={(at: string) => {
        const hit = hits[Number(at)]
        if (!hit) return
        setTyped(hit.name)
        onPlace(hit.location)
      }}
    />
  )
}
