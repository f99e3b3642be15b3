import './atlas.css'
import './panel.css'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { liveState } from '../live.ts'
import { Hairlines } from '../ui/Hairlines.tsx'
import { useHotKeys } from '../ui/use-hot-keys.ts'
import { Atlas } from './Atlas.tsx'
import { AtlasHeader } from './AtlasHeader.tsx'
import { ConnectionBar } from './ConnectionBar.tsx'
import { HelpSheet } from './HelpSheet.tsx'
import { useCity, useLayers } from './queries.ts'
import { useSearchPick } from './search/use-search-pick.ts'
import { useKeysOn } from './use-keys-on.ts'
import { useLiveCity } from './use-live-city.ts'
import { usePicture } from './use-picture.ts'
import { useRecovery } from './use-recovery.ts'
import { useScreen } from './use-screen.ts'
// Last: it overrides what the parts say for a desk.
import './narrow.css'

/** The map page: what is known of the city, and around it what holds whether or not the server answers. */
export function AtlasPage() {
  const { t } = useTranslation()
  const [picture, change] = usePicture()
  const city = useCity()
  useLiveCity(city.data?.seq)
  const layers = useLayers(city.data?.seq)
  const screen = useScreen(city.data, picture, change)
  const searchInput = useRef<HTMLInputElement>(null)
  const [help, setHelp] = useState(false)
  const [keysOn, setKeysOn] = useKeysOn()
  const pick = useSearchPick()
  useHotKeys({ '/': () => searchInput.current?.focus(), '?': () => setHelp(true) }, keysOn)
  const fault = city.error ?? layers.error
  const lost = fault !== null
  useRecovery(lost)
  return (
    <div className="atlas">
      <AtlasHeader
        city={city.data}
        layers={layers.data}
        theme={screen.theme}
        searchInput={searchInput}
        onPick={pick.choose}
        onTheme={screen.switchTheme}
        onLanguage={screen.switchLanguage}
        onHelp={() => setHelp(true)}
      />
      {fault ? (
        <ConnectionBar
          fault={fault}
          goodAt={Math.max(city.dataUpdatedAt, liveState().heardAt)}
          failedAt={Math.max(city.errorUpdatedAt, layers.errorUpdatedAt)}
          onRetry={() => {
            void city.refetch()
            if (layers.isError) void layers.refetch()
          }}
        />
      ) : null}
      {city.data && layers.data ? (
        <Atlas
          city={city.data}
          layers={layers.data}
          screen={screen}
          picture={picture}
          change={change}
          keysOn={keysOn}
          picked={pick.picked}
        />
      ) : (
        <>
          <div className="panel">
            <div className="panel-scroll">{lost ? null : <Hairlines rows={16} label={t('page.loading')} />}</div>
          </div>
          <main className="stage" id="map" />
        </>
      )}
      {help ? <HelpSheet keysOn={keysOn} onKeysOn={setKeysOn} onClose={() => setHelp(false)} /> : null}
    </div>
  )
}
