// Writes the types of the API from the copy of the hub's OpenAPI document: `npm run api`.
import { readFile, writeFile } from 'node:fs/promises';
import openapiTS, { astToString } from 'openapi-typescript';

const api = new URL('../src/api/', import.meta.url);

// A default makes no member required of who sends; objects whose members nobody knows may have any.
const options = { alphabetize: true, defaultNonNullable: false, emptyObjectsUnknown: true };

/** The types that a document gives, as they are kept. */
export async function typesOf(document) {
  const types = astToString(await openapiTS(document, options));
  return `// Made by \`npm run api\` from openapi.json; not to be changed by hand.\n\n${types}`;
}

if (process.argv[1] === new URL(import.meta.url).pathname) {
  const document = JSON.parse(await readFile(new URL('openapi.json', api), 'utf8'));
  await writeFile(new URL('schema.d.ts', api), await typesOf(document));
}
