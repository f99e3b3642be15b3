import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import './theme/fonts.css'
import './theme/tokens.css'
import './ui/ui.css'
import './i18n/i18n.ts'
import { router } from './routes.tsx'

/** `always`: an office network without internet makes the browser call itself offline, while the server stands next door. */
const queries = new QueryClient({
  defaultOptions: { queries: { networkMode: 'always', retry: 1, refetchOnWindowFocus: false, staleTime: 30_000 } },
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
