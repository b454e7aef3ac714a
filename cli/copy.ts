import { existsSync, writeFileSync } from 'node:fs';
import { makeCopy } from '@/corpus/copy/copy';
import { COPY_FORMATS, type CopyFormat } from '@/corpus/copy/model';
import { withheldWords } from '@/corpus/copy/words';
import { findCopy } from '@/db/queries/copy';
import { commandLineView } from './actor';
import { readArguments } from './arguments';
import { withDesk } from './desk';
import { CommandProblem, UsageProblem } from './problems';

const OPTIONS = {
  format: { type: 'string' },
  out: { type: 'string' },
  redline: { type: 'boolean', default: false },
  discreet: { type: 'boolean', default: false },
  force: { type: 'boolean', default: false },
} as const;

/** `stet copy ARTICLE --format html|docx --out FILE`: the article with its notes, or its corrections. */
export function runCopy(args: string[]): Promise<number> {
  const { values, positionals } = readArguments(args, OPTIONS);
  const [articleId, ...more] = positionals;
  if (articleId === undefined || more.length > 0) throw new UsageProblem('Name one article by its id.'); // prettier-ignore
  const format = formatOf(values.format);
  const { out, force, redline, discreet } = values;
  if (!out) throw new UsageProblem('Name the file to write with --out.');
  return withDesk({ create: false }, async (whole) => {
    const desk = commandLineView(whole, 'exportDataset');
    const article = findCopy(desk, articleId);
    if (article === null) throw new CommandProblem(`There is no article “${articleId}”.`);
    if (existsSync(out) && !force) throw new CommandProblem(`${out} is there already: --force writes over it.`); // prettier-ignore
    const kind = redline ? 'redline' : 'notes';
    const { bytes } = await makeCopy(article, { format, kind, isDiscreet: discreet });
    writeFileSync(out, bytes);
    const withheld = article.notes.reduce((sum, note) => sum + note.withheld, 0);
    const kept = withheld === 0 ? '' : ` ${withheldWords(withheld)}`;
    console.log(`“${article.headline}”, revision ${article.revision.number}, in ${out}.${kept}`);
    return 0;
  });
}

function formatOf(word: string | undefined): CopyFormat {
  const format = COPY_FORMATS.find((known) => known === word);
  if (format !== undefined) return format;
  const what = word === undefined ? 'Name a format with --format' : `“${word}” is no format`;
  throw new UsageProblem(`${what}: choose from ${COPY_FORMATS.join(', ')}.`);
}
