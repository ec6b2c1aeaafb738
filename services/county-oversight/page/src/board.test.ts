import { describe, expect, test } from 'vitest';
import type { Fact } from './api';
import { after, type Board, cardsOf, EMPTY, isUnknown } from './board';

const NEED = 'N-511523100001-20261123-0001';

function fact(version: number, type: string, more: Partial<Fact> = {}): Fact {
  return {
    eventId: `need/${NEED}@${version}`,
    stream: `need/${NEED}`,
    type,
    at: `2026-11-23T01:0${version}:00.123456789Z`,
    cause: 'request/1',
    actor: 'RM_WORKER@RM-511523100001',
    role: 'RM_WORKER',
    flow: NEED,
    division: '511523100001',
    sentence: type.replace(/\.v\d+$/, ''),
    with: {},
    ...more,
  };
}

const collected = fact(1, 'need.collected.v1', {
  status: 'COLLECTED',
  with: { unit: 'RM-511523100001', groups: 'ELDER,ELDER_ADVANCED' },
});
const sorted = fact(2, 'need.sorted.v1', { status: 'SORTED', with: { category: 'MEAL_CARE' } });

function told(...facts: Fact[]): Board {
  return facts.reduce((board, it) => after(board, { kind: 'fact', fact: it }), EMPTY);
}

describe('the board', () => {
  test('a collected need appears, and a sorted one moves', () => {
    expect(cardsOf(told(collected), 'COLLECTED', '')).toMatchObject([
      { need: NEED, groups: ['ELDER', 'ELDER_ADVANCED'], where: { town: '511523100' } },
    ]);
    const board = told(collected, sorted);
    expect(cardsOf(board, 'COLLECTED', '')).toEqual([]);
    expect(cardsOf(board, 'SORTED', '511523100')).toMatchObject([{ category: 'MEAL_CARE', moved: 2 }]);
    expect(cardsOf(board, 'SORTED', '511523101')).toEqual([]);
  });

  test('a fact that comes twice is one fact', () => {
    const board = told(collected, sorted, sorted);
    expect(board.facts).toHaveLength(2);
    expect(cardsOf(board, 'SORTED', '')[0]?.moved).toBe(2);
  });

  test('a fact older than the card does not move it back', () => {
    const row = { ...cardsOf(told(collected, sorted), 'SORTED', '')[0]!, moved: 0 };
    const board = after(EMPTY, { kind: 'needs', needs: [row] });
    expect(cardsOf(after(board, { kind: 'fact', fact: collected }), 'SORTED', '')).toHaveLength(1);
  });

  test('a fact of an unknown need asks for its row', () => {
    expect(isUnknown(EMPTY, sorted)).toBe(true);
    expect(isUnknown(EMPTY, collected)).toBe(false);
    expect(isUnknown(told(collected), sorted)).toBe(false);
    expect(isUnknown(EMPTY, { ...sorted, stream: 'project/P-2026-511523100-0001' })).toBe(false);
  });
});
