/** Between Monaco and the one text: typing goes into its history, what other views edit comes into the model, undo is the session's. */
import type { Change } from '../document.ts'
import type { Session } from '../session.ts'
import { monaco } from './monaco.ts'

type Editor = monaco.editor.IStandaloneCodeEditor
type Model = monaco.editor.ITextModel

let count = 0

/** A model with the session's text, at a place from which `$schema=../schemas/…` in its first line leads to our schema. */
export function modelOf(session: Session): Model {
  count += 1
  return monaco.editor.createModel(
    session.document.text,
    'yaml',
    monaco.Uri.parse(`file:///pathways/${count}.pathway.yaml`),
  )
}

/** Connects both ways. Returns how to disconnect. */
export function connect(editor: Editor, model: Model, session: Session): () => void {
  let taking = false
  const typed = model.onDidChangeContent(({ changes }) => {
    if (taking) return
    const edits = changes.map(({ rangeOffset, rangeLength, text }) => ({
      offset: rangeOffset,
      length: rangeLength,
      insert: text,
    }))
    session.edit((document) => document.replace(edits), 'yaml')
  })
  const stop = session.document.subscribe((change) => {
    if (change.origin === 'yaml') return
    taking = true
    take(editor, model, change)
    taking = false
  })
  return () => {
    typed.dispose()
    stop()
  }
}

function take(editor: Editor, model: Model, { batches, origin }: Change): void {
  for (const batch of batches) {
    model.applyEdits(
      batch.map(({ offset, length, insert }) => ({ range: rangeOf(model, offset, length), text: insert })),
    )
  }
  const first = batches.at(-1)?.[0]
  if (!first || origin !== 'history') return
  const position = model.getPositionAt(first.offset)
  editor.setPosition(position)
  editor.revealPositionInCenterIfOutsideViewport(position)
}

export function rangeOf(model: Model, offset: number, length: number): monaco.Range {
  return monaco.Range.fromPositions(model.getPositionAt(offset), model.getPositionAt(offset + length))
}

/** Monaco has an undo of its own, which knows nothing of the forms: these keys replace it. */
export function takeUndoKeys(editor: Editor, session: Session, names: { undo: string; redo: string }): void {
  const { KeyCode, KeyMod } = monaco
  const command = KeyMod.CtrlCmd
  editor.addAction({
    id: 'zorgpad.undo',
    label: names.undo,
    keybindings: [command | KeyCode.KeyZ],
    run: () => session.undo(),
  })
  editor.addAction({
    id: 'zorgpad.redo',
    label: names.redo,
    keybindings: [command | KeyCode.KeyY, command | KeyMod.Shift | KeyCode.KeyZ],
    run: () => session.redo(),
  })
}

const severities = {
  error: monaco.MarkerSeverity.Error,
  warning: monaco.MarkerSeverity.Warning,
  hint: monaco.MarkerSeverity.Info,
}

/** The problems as wavy lines; a problem without length marks one character. */
export function mark(model: Model, session: Session, language: 'nl' | 'en'): void {
  const markers = session.problems.map(({ severity, message, example, offset, length, code }) => {
    const { startLineNumber, startColumn, endLineNumber, endColumn } = rangeOf(model, offset, Math.max(length, 1))
    const words = [message[language], example?.[language]].filter(Boolean).join('\n')
    return {
      severity: severities[severity],
      message: words,
      code,
      startLineNumber,
      startColumn,
      endLineNumber,
      endColumn,
    }
  })
  monaco.editor.setModelMarkers(model, 'zorgpad', markers)
}
