/** Monaco, only the parts that the YAML editor uses, with the schema's help. Loaded when the YAML is first shown. */
import * as monaco from 'monaco-editor/editor'
import 'monaco-editor/editor/browser/coreCommands'
// Version 0.57 forgets the controllers of these features when only the features are registered.
import 'monaco-editor/editor/contrib/suggest/browser/suggestController'
import 'monaco-editor/features/bracketMatching/register'
import 'monaco-editor/features/clipboard/register'
import 'monaco-editor/features/comment/register'
import 'monaco-editor/features/find/register'
import 'monaco-editor/features/folding/register'
import 'monaco-editor/features/gotoError/register'
import 'monaco-editor/features/hover/register'
import 'monaco-editor/features/linesOperations/register'
import 'monaco-editor/features/multicursor/register'
import 'monaco-editor/features/snippet/register'
import 'monaco-editor/features/toggleTabFocusMode/register'
import 'monaco-editor/features/wordOperations/register'
import 'monaco-editor/languages/definitions/yaml/register'
import EditorWorker from 'monaco-editor/editor/editor.worker?worker'
import { configureMonacoYaml, type JSONSchema, type MonacoYaml } from 'monaco-yaml'
import type { Schema } from '../../schemas/index.ts'
import YamlWorker from './yaml.worker.ts?worker'

globalThis.MonacoEnvironment = { getWorker: () => new EditorWorker() }

/** monaco-yaml 5.5.1 starts its worker as Monaco did before 0.53; this starts it as Monaco does now. */
const bridged = {
  ...monaco,
  editor: {
    ...monaco.editor,
    createWebWorker({ createData }: { createData?: unknown }) {
      const worker = new YamlWorker()
      // The first message only wakes the worker, the second one is its configuration.
      worker.postMessage('wake')
      worker.postMessage(createData)
      return monaco.editor.createWebWorker({ worker })
    },
  },
}

let yaml: MonacoYaml | undefined

/** Completion and hover come from the schema; the problems come from our own checks, which say more. */
export function useSchema(schema: Schema): void {
  const options = {
    enableSchemaRequest: false,
    validate: false,
    completion: true,
    hover: true,
    format: { enable: false },
    schemas: [
      { uri: 'file:///schemas/pathway.schema.json', fileMatch: ['**/*.pathway.yaml'], schema: schema as JSONSchema },
    ],
  }
  if (yaml) void yaml.update(options)
  else yaml = configureMonacoYaml(bridged as unknown as typeof monaco, options)
}

export { monaco }
