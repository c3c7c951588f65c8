/** The worker that knows YAML and the schema. */
import 'monaco-yaml/yaml.worker.js'
