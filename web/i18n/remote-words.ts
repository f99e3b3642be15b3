import { addWords } from './add-words.ts'
import en from './remote.en.json' with { type: 'json' }
import zh from './remote.zh-CN.json' with { type: 'json' }

addWords<keyof typeof en>(zh, en)
