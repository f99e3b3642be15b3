import { addWords } from './add-words.ts'
import en from './dispatch.en.json' with { type: 'json' }
import zh from './dispatch.zh-CN.json' with { type: 'json' }

addWords<keyof typeof en>(zh, en)
