// Writes the JSON Schema of the submission format beside the samples, from the schema that the application itself uses.
import { writeFileSync } from 'node:fs';
import { submissionJsonSchemaText } from '../shared/domain/submission-json-schema.ts';

const file = new URL('../resources/samples/submission.schema.json', import.meta.url);
writeFileSync(file, submissionJsonSchemaText());
console.log(`written: ${file.pathname}`);
