// A thread of Node 20 does not take over its parent's TypeScript loader, nor one named in execArgv: it has to register its own, in JavaScript.
import { register } from 'tsx/esm/api'

register()
await import(process.argv[2])
