import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { unzipSync } from 'fflate';
import { newId } from '@/corpus/commands/id';
import type { DatasetArticle } from '@/corpus/interchange/article';
import type { DatasetFilter } from '@/corpus/interchange/filter';
import { written } from '@/corpus/interchange/testing/written';
import { bringIn } from '../commands/bring-in';
import { makeDesk, type TestDesk } from '../testing/desk';
import { blindProject, type BlindProject } from '../testing/projects';
import { archiveOf, release } from '../testing/releases';
import { dump, step } from '../testing/work';
import { iterateDataset } from './dataset';
import { findLayerProblem, layerNames, listLayerNames } from './layer-names';

let desk: TestDesk;
let project: BlindProject;
beforeEach(() => {
  desk = makeDesk();
  project = blindProject(desk);
});
afterEach(() => desk.close());

const layersOf = (articles: Iterable<DatasetArticle>) => [
  ...new Set([...articles].flatMap(({ annotations }) => annotations.map(({ layer }) => layer))),
];
const exported = (filter: DatasetFilter = {}) => [...iterateDataset(desk.desk, filter)];
const nameOf = (id: string) =>
  desk.desk.sqlite.prepare<[string], string>('SELECT name FROM person WHERE id = ?').pluck().get(id)!; // prettier-ignore

/** Somebody leaves the desk, and another person of that name joins the project. */
function namesake(): { readonly name: string; readonly id: string } {
  const name = nameOf(project.ben.id);
  desk.run(step('removePerson', { id: project.ben.id }));
  const { id } = desk.person(name, 'annotator');
  const { collectionId } = project;
  desk.run(step('setMember', { id: newId(), collectionId, personId: id, joined: true }));
  return { name, id };
}

describe('the layer of a blind project', () => {
  test('leaves under its person’s name, and is chosen by it', () => {
    for (const actor of [project.ann, project.ben]) {
      project.hand(0, actor);
      project.mark(actor, 0, 'two cranes');
    }
    const [ann, ben] = [nameOf(project.ann.id), nameOf(project.ben.id)];
    expect(layersOf(exported()).sort()).toEqual([ann, ben]);
    expect(layersOf(exported({ layers: [ben] }))).toEqual([ben]);
    expect(listLayerNames(desk.desk, project.collectionId)).toEqual([ann, ben]);
    expect(findLayerProblem(desk.desk, { layers: [ann, 'Zoë'] })).toBe(
      `There is no layer “Zoë”; there are “${ann}”, “${ben}”.`,
    );
  });

  test('is told from that of a namesake, whoever marked first', () => {
    project.hand(0, project.ben);
    project.mark(project.ben, 0, 'two cranes');
    const before = layersOf(exported());
    const { name, id } = namesake();
    expect(before).toEqual([name]);
    expect(layersOf(exported())).toEqual([name]);
    const { nameOf: named, layerOf } = layerNames(desk.desk);
    expect([named(project.ben.id), named(id)]).toEqual([name, `${name} (2)`]);
    expect([layerOf(name), layerOf(`${name} (2)`)]).toEqual([project.ben.id, id]);
  });

  test('is told from one that came with an import under that name, and both are found again', () => {
    project.hand(0, project.ann);
    project.mark(project.ann, 0, 'two cranes');
    const name = nameOf(project.ann.id);
    project.hand(1, project.ben);
    const imported = project.mark(project.ben, 1, 'two cranes');
    // As an import made it before Ann was in the project.
    desk.desk.sqlite.prepare('UPDATE annotation SET layer = ? WHERE id = ?').run(name, imported);
    const names = [name, `${name} (imported)`];
    expect(layersOf(exported()).sort()).toEqual(names);
    expect(names.map((layer) => layersOf(exported({ layers: [layer] })))).toEqual([[names[0]], [names[1]]]); // prettier-ignore
    const state = dump(desk.desk);
    const files = written('jsonl', exported()).files;
    const order = { format: 'jsonl', files, collection: 'Elsewhere' } as const;
    expect(bringIn(desk.desk, desk.actor, order, false)).toMatchObject({ added: 0, known: 2, conflicts: [] }); // prettier-ignore
    expect(dump(desk.desk)).toEqual(state);
  });

  test('has no name in a release with pseudonyms, in no file, not in the filter either', () => {
    for (const actor of [project.ann, project.ben]) {
      project.hand(0, actor);
      project.mark(actor, 0, 'two cranes');
    }
    const name = nameOf(project.ann.id);
    const filter = { collectionId: project.collectionId, layers: [name] };
    const made = release(desk, '1.0', { filter, pseudonyms: true, formats: ['jsonl', 'iob2'] });
    expect(made.counts.annotations).toBe(1);
    const files = Object.values(unzipSync(archiveOf(desk, made))).map((bytes) => Buffer.from(bytes).toString()); // prettier-ignore
    for (const content of files) {
      expect(content).not.toContain(name);
      expect(content).not.toContain(project.ann.id);
    }
    expect(made.chosen).toEqual({ layers: [expect.stringMatching(/^(person|annotator)-\d+$/)] });
  });
});
