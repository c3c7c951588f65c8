/** A text that holds what authors write: comments, quotes, braces, blocks, empty maps and lists. */
import { PathwayText } from '../../../designer/document.ts'

export const text = `# De kop blijft staan.
pathway: demo   # naam
title: { nl: "Proef", en: Trial }
parameters:
  target: { measurement: systolic, default: 135, from: 120, to: 150 }  # streefwaarde
  # onder de grens
  lowest: { measurement: systolic, default: 110 }
measurements:
  systolic:
    unit: "mm[Hg]"
    precision: 1      # hele getallen

  complaints: { type: boolean }
schedules: {}
routes:
  urgent:
    # eerst de verpleegkundige
    - { to: nurse, by: worklist, within: 15 minutes } # een
    - { to: gp, by: phone, within: 30 minutes } # twee
    - to: lead # drie
      by: phone
states:
  measuring:
    title: { nl: Meten }
    note: |
      Regel een

    transitions:
      - { after: 4 weeks, to: review }
  review: { exit: klaar }
upgrade: []
`

export const open = (source = text): PathwayText => new PathwayText(source, () => 0)
