import { describe, expect, test } from 'vitest';
import { ringClock } from '#actions/clock/ring.js';
import { nameOwner } from '#actions/handoff/own.js';
import { declineIntro } from '#actions/intro/decline.js';
import { nameCompany } from '#actions/settings/company.js';
import { addPartner } from '#actions/settings/partner.js';
import { UNDO_WITHIN, undo } from '#actions/undo.js';
import { notebookOf } from '#domain/subject.js';
import { ownerOf } from '#views/deal/state.js';
import { introduced, northbeam, routed } from '../../test/world/handoff.js';
import { DANA, MARCUS } from '../../test/world/room.js';

describe('taking something back', () => {
  test('leaves its entries where they stand, and reads them as not having happened', () => {
    const story = routed(northbeam());
    const deal = introduced(story);
    const before = story.deal(deal);
    const done = story.did(nameOwner, { deal, owner: DANA, backup: null });
    const length = story.kinds(notebookOf(deal)).length;
    story.did(undo, { done });
    expect(story.deal(deal)).toEqual(before);
    expect(story.kinds(notebookOf(deal)).slice(length)).toEqual(['notebook.undone']);
    expect(story.last(notebookOf(deal), 'notebook.undone')).toEqual({
      numbers: done.entries[0]?.numbers,
      operation: done.operation,
    });
  });

  test('cancels the errands that it made, and settles the workspace anew', () => {
    const story = northbeam();
    const done = story.did(addPartner, { name: 'Meridian', domains: ['meridian.example'], people: [] });
    expect(done.errands).toHaveLength(2);
    const undone = story.did(undo, { done });
    expect(undone.decision.cancels).toEqual(done.errands);
    expect(undone.decision.errands?.map((each) => each.kind)).toEqual(['settle', 'derive']);
    expect(story.workspace.partners.map((each) => each.name)).toEqual(['Kestrel']);
  });

  test('brings back what stood before it', () => {
    const story = northbeam();
    const done = story.did(nameCompany, { company: 'Southbeam' });
    expect(story.workspace.company).toBe('Southbeam');
    story.did(undo, { done });
    expect(story.workspace.company).toBe('Northbeam');
  });

  test('is for whoever did it', () => {
    const story = northbeam();
    const done = story.did(nameCompany, { company: 'Southbeam' }, DANA);
    expect(story.when(undo, { done }, MARCUS)).toMatchObject({ refused: 'undo.not-yours' });
    expect(story.when(undo, { done }, 'key_1')).toMatchObject({ refused: 'undo.not-yours' });
  });

  test('is for a minute, to the millisecond', () => {
    const story = northbeam();
    const done = story.did(nameCompany, { company: 'Southbeam' });
    const at = Date.parse(story.now);
    story.now = new Date(at + UNDO_WITHIN + 1).toISOString();
    expect(story.when(undo, { done })).toMatchObject({ refused: 'undo.too-late' });
    story.now = new Date(at + UNDO_WITHIN).toISOString();
    expect(story.when(undo, { done })).toMatchObject({ said: 'Taken back.' });
  });

  test('is done once', () => {
    const story = northbeam();
    const done = story.did(nameCompany, { company: 'Southbeam' });
    story.did(undo, { done });
    expect(story.when(undo, { done })).toMatchObject({ refused: 'undo.already' });
  });

  test('is refused once a person did something after it, on any chain that it stands on', () => {
    const story = routed(northbeam());
    const deal = introduced(story);
    const done = story.did(nameOwner, { deal, owner: DANA });
    story.did(declineIntro, { deal, why: 'No.' }, MARCUS);
    expect(story.when(undo, { done })).toMatchObject({ refused: 'undo.something-after' });
    expect(ownerOf(story.deal(deal))).toBe(DANA);
  });

  test('is not held up by a clock that rang meanwhile', () => {
    const story = routed(northbeam());
    const deal = introduced(story);
    story.now = '2026-03-06T11:59:30.000Z';
    const done = story.did(nameOwner, { deal, owner: DANA });
    story.now = '2026-03-06T12:00:10.000Z';
    story.did(ringClock, { deal }, 'baton');
    expect(story.when(undo, { done })).toMatchObject({ said: 'Taken back.' });
    expect(ownerOf(story.deal(deal))).toBe(MARCUS);
  });

  test('of an undo is never', () => {
    const story = northbeam();
    const done = story.did(nameCompany, { company: 'Southbeam' });
    const undone = story.did(undo, { done });
    expect(story.when(undo, { done: undone })).toMatchObject({ refused: 'undo.never' });
  });
});
