/** Makes pathways/README.md. Part of `npm run generate`. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './child.ts'
import { libraryPage } from './library-page.ts'
import { shelvedIn } from './shelve.ts'

const folder = join(root, 'pathways')
writeFileSync(join(folder, 'README.md'), libraryPage(await shelvedIn(folder)))
