import { oneFile, type FormatDeclaration } from './format';
import { ARTICLE_JSON_SCHEMA } from './json-schema';
import { articleLine } from './jsonl';

/** One article a line, with the JSON Schema of a line beside it. Nothing of a dataset is lost. */
export const jsonl: FormatDeclaration = {
  name: 'JSON Lines',
  carries: 'one file, one article a line, with all that belongs to it',
  unit: 'codepoint',
  files: {
    'articles.jsonl': 'one article a line',
    'articles.schema.json': 'the JSON Schema of a line',
  },
  own: [],
  lose: () => undefined,
  encoder: () => ({
    ...oneFile('articles.jsonl', 'application/x-ndjson', articleLine),
    closing: () => [
      {
        name: 'articles.schema.json',
        content: `${JSON.stringify(ARTICLE_JSON_SCHEMA, null, 2)}\n`,
      },
    ],
  }),
};
