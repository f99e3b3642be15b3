import { addWords } from './add-words.ts'
import en from './admin.en.json' with { type: 'json' }
import zh from './admin.zh-CN.json' with { type: 'json' }

addWords<keyof typeof en>(zh, en)
