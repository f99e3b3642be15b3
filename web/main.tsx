import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import './theme/fonts.css'
import './theme/tokens.css'
import './ui/ui.css'
import './i18n/i18n.ts'
import { onSignedOut, Refusal } from './api.ts'
import { signInAddress } from './me/own-path.ts'
import { router } from './routes.tsx'

/** Once more after a fault of the network; a refusal would only be said again. */
const again = (failures: number, fault: Error): boolean =>
  failures < 1 && !(fault instanceof Refusal && fault.problem.status >= 400)

/** `always`: an office network without internet makes the browser call itself offline, while the server stands next door. */
const queries = new QueryClient({
  defaultOptions: { queries: { networkMode: 'always', retry: again, refetchOnWindowFocus: false, staleTime: 30_000 } },
})

// Nobody is signed in, or no longer: to the page where one does that, and back here behind it. A wall has nobody who could: it asks to be paired.
onSignedOut(() => {
  if (location.pathname !== '/sign-in' && location.pathname !== '/wall')
    void router.navigate({ href: signInAddress(location.pathname + location.search) })
})

const place = document.getElementById('root')
if (place)
  createRoot(place).render(
    <StrictMode>
      <QueryClientProvider client={queries}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </StrictMode>,
  )
