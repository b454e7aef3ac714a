import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findArticle } from '../queries/reading';
import { makeDesk, type TestDesk } from '../testing/desk';
import { refusalOf, step } from '../testing/work';

let test: TestDesk;
beforeAll(() => {
  test = makeDesk();
});
afterAll(() => test.close());

describe('what the sender says of an article', () => {
  it('is set, taken out and undone; what is not named stays', () => {
    const { articleId: id } = test.article('Harbor reopens\n\nThe harbor of Quell opened again on Monday.'); // prettier-ignore
    const said = () => findArticle(test.desk, id)!.metadata;
    const before = said();
    const set = { publisher: 'Quell Post', language: 'en-GB', slug: 'HARBOR', embargoedUntil: '2026-11-21T18:00:00+01:00' }; // prettier-ignore
    test.run(step('editArticle', { id, version: 1, metadata: set }));
    expect(said()).toEqual({ ...before, ...set });
    const taken = test.run(step('editArticle', { id, version: 2, headline: 'Harbor open', metadata: { slug: null, language: 'de-AT' } })); // prettier-ignore
    const { slug: _, ...rest } = set;
    expect(said()).toEqual({ ...before, ...rest, language: 'de-AT' });
    test.run(step('undoCommand', { commandId: taken.id }));
    expect(said()).toEqual({ ...before, ...set });
    expect(findArticle(test.desk, id)!.headline).toBe('Harbor reopens');
    const none = { publisher: null, language: null, slug: null, embargoedUntil: null };
    test.run(step('editArticle', { id, version: 4, metadata: none }));
    expect(said()).toEqual(before);
  });

  it('is refused where it is no language, no moment with a zone, or nothing that a person sets', () => {
    const { articleId: id } = test.article('Ferry strikes\n\nThe ferry of Quell stayed ashore.');
    const sentence = (metadata: object) => refusalOf(test, () => test.run(step('editArticle', { id, version: 1, metadata }))).message; // prettier-ignore
    expect(sentence({ language: 'English, I think' })).toMatch(/must be a code like en or de-AT/);
    expect(sentence({ embargoedUntil: '2026-11-21T18:00' })).toMatch(/must be a moment with its zone/); // prettier-ignore
    expect(sentence({ slug: '  ' })).toMatch(/must not be empty/);
    expect(sentence({ externalId: 'urn:x' })).toMatch(/metadata/);
    expect(findArticle(test.desk, id)!.version).toBe(1);
  });
});
