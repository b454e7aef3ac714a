import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DraftBlock, Formatting } from '@/corpus/document/block';
import { findEditedBlocks } from '../queries/editable';
import { listBlocks, listRevisions } from '../queries/reading';
import { makeDesk, type TestDesk } from '../testing/desk';
import { STORY, mark, refusalOf, rowOf, signOff, step } from '../testing/work';
import { addRevision, reviseFromFile } from './import';
import { goBackTo, reviseFromBlocks, reviseFromText } from './revise';

let test: TestDesk;
let article: ReturnType<TestDesk['article']>;
beforeEach(() => {
  test = makeDesk();
  article = test.article(STORY);
});
afterEach(() => test.close());

const newest = () => listRevisions(test.desk, article.articleId).at(-1)!.id;

/** The newest blocks, with a change made to each. */
function edited(change: (block: DraftBlock) => DraftBlock): DraftBlock[] {
  return findEditedBlocks(test.desk, newest()).map(change);
}

function save(blocks: readonly DraftBlock[], actor = test.actor, revisionId = newest()) {
  const { articleId } = article;
  return reviseFromBlocks(test.desk, actor, { articleId, revisionId, blocks, note: null });
}

const link: Formatting = { kind: 'link', href: 'https://example.org/', start: 4, end: 11 };

describe('edited blocks', () => {
  it('become the newest revision, with roles, places in the original and formatting', () => {
    const { id, warning } = save(
      edited((block) => ({
        ...block,
        text: block.text.replace('3.4 million euros', '4.3 million euros'),
        ...(block.text.startsWith('The repairs') ? { role: 'deck', formatting: [link] } : {}),
      })),
    );
    expect(warning).toBeNull();
    const [deck] = findEditedBlocks(test.desk, id).filter(({ role }) => role === 'deck');
    expect(deck).toMatchObject({ formatting: [link] });
    expect(deck!.text).toContain('4.3 million euros');
    expect(deck!.original).not.toBeNull();
    expect(listBlocks(test.desk, id).find(({ role }) => role === 'deck')).toMatchObject({ formatting: [link] }); // prettier-ignore
  });

  it('reopen the check whose words changed and no other', () => {
    const changed = mark(test, article, '3.4 million euros');
    const kept = mark(test, article, '41,000 people');
    for (const one of [changed, kept]) signOff(test, one);
    save(
      edited((block) => ({
        ...block,
        text: block.text.replace('3.4 million euros', '4.3 million euros'),
      })),
    );
    expect(rowOf(test.desk, 'check', changed.checkId)['status']).toBe('reopened');
    expect(rowOf(test.desk, 'check', kept.checkId)['status']).toBe('signed_off');
  });

  it('are refused with a sentence where they are empty, the same, stale or from elsewhere', () => {
    const same = edited((block) => block);
    const blank = edited((block) => ({ ...block, text: ' ' }));
    const foreign = edited((block) => ({ ...block, original: { start: 0, end: 1e9 } }));
    expect(refusalOf(test, () => save(same)).message).toMatch(/Nothing is changed/);
    expect(refusalOf(test, () => save(blank)).message).toMatch(/revision is empty/);
    expect(refusalOf(test, () => save([])).message).toMatch(/revision is empty/);
    expect(refusalOf(test, () => save(foreign)).message).toMatch(/place in the original/);
    const first = newest();
    const more = edited((block) => ({ ...block, text: `${block.text} More.` }));
    save(more);
    expect(refusalOf(test, () => save(blank, test.actor, first)).message).toMatch(/newer revision/);
    expect(listRevisions(test.desk, article.articleId)).toHaveLength(2);
  });

  it('and every other change of a text are an editor’s alone', () => {
    const checker = test.person('Cleo', 'checker');
    const more = edited((block) => ({ ...block, text: `${block.text} More.` }));
    const { articleId } = article;
    const text = { articleId, revisionId: newest(), text: 'All new.', note: null };
    for (const act of [
      () => save(more, checker),
      () => reviseFromText(test.desk, checker, text),
      () => goBackTo(test.desk, checker, articleId, 1),
    ]) {
      expect(refusalOf(test, act)).toMatchObject({
        refused: 'forbidden',
        message: 'Only an editor can change the text of an article.',
      });
    }
    expect(() => save(more, test.person('Edda', 'editor'))).not.toThrow();
  });

  it('keep their formatting when a role is set and when an older text is brought back', () => {
    const blocks = edited((block) =>
      block.text.startsWith('The repairs') ? { ...block, formatting: [link] } : block,
    );
    const id = addRevision(test.desk, test.actor, article.articleId, blocks, null);
    const row = listBlocks(test.desk, id).find(({ formatting }) => formatting !== undefined)!;
    test.run(step('setBlockRole', { id: row.id, version: 1, role: 'block_quote' }));
    expect(listBlocks(test.desk, id)[row.ordinal]).toMatchObject({ role: 'block_quote', formatting: [link] }); // prettier-ignore
    save(edited(({ formatting: _formatting, ...block }) => block));
    const back = goBackTo(test.desk, test.actor, article.articleId, 2);
    expect(listBlocks(test.desk, back)[row.ordinal]).toMatchObject({ formatting: [link] });
  });
});

describe('a plain text', () => {
  const words = () => {
    const blocks = edited((block) =>
      block.text.startsWith('The repairs')
        ? { ...block, role: 'block_quote', formatting: [link] }
        : block,
    );
    addRevision(test.desk, test.actor, article.articleId, blocks, null);
    return article.text;
  };
  const quoted = (id: string) =>
    findEditedBlocks(test.desk, id).find(({ role }) => role === 'block_quote');
  const fromFile = (file: string, text: string) =>
    reviseFromFile(
      test.desk,
      test.actor,
      article.articleId,
      { file, bytes: new TextEncoder().encode(text) },
      null,
    );

  it('that is pasted or comes in a file keeps roles and links of the words that stand', () => {
    const text = words();
    const { articleId } = article;
    const pasted = reviseFromText(test.desk, test.actor, { articleId, revisionId: newest(), note: null, text: text.replace('3.4 million euros', '4.3 million euros') }); // prettier-ignore
    expect(quoted(pasted.id)).toMatchObject({ formatting: [link] });
    expect(quoted(pasted.id)!.text).toContain('4.3 million');
    const filed = fromFile(
      'later.txt',
      `A new first line.\n\n${text.replace('3.4 million euros', '5.3 million euros')}`,
    );
    expect(quoted(filed.id)).toMatchObject({ formatting: [link] });
    expect(quoted(filed.id)!.original).not.toBeNull();
    expect(refusalOf(test, () => fromFile('again.txt', `A new first line.\n\n${text.replace('3.4 million euros', '5.3 million euros')}`)).message).toMatch(/has already/); // prettier-ignore
  });

  it('of another article altogether is taken with a warning', () => {
    const other = 'Library buys a lamp\n\nA museum on an island has bought lamps out of an old tower, wrote its keeper.\n'; // prettier-ignore
    expect(fromFile('other.txt', other).warning).toMatch(/is it another article\?/);
    const { warning } = save([{ role: 'paragraph', text: STORY.trim(), depth: 0, group: null, original: null }]); // prettier-ignore
    expect(warning).toMatch(/is it another article\?/);
  });

  it('tells the article how many words it has now', () => {
    const count = () => rowOf(test.desk, 'article', article.articleId)['word_count'];
    const before = count() as number;
    save(edited((block) => ({ ...block, text: `${block.text} Two more` })));
    expect(count()).toBe(before + 2 * edited((block) => block).length);
    goBackTo(test.desk, test.actor, article.articleId, 1);
    expect(count()).toBe(before);
  });
});
