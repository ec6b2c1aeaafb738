// The needs on the board, and how facts move them.
import type { Fact, Need } from './api';

export const PHASES = [
  ['heard', ['COLLECTED', 'SORTED', 'ANALYSED']],
  ['working', ['AWAITING_PROJECT', 'PLANNED', 'IN_SERVICE']],
  ['answered', ['SERVED', 'FED_BACK', 'CLOSED']],
] as const;

export const ENDINGS = ['MERGED', 'REFERRED', 'DECLINED'] as const;

/** A need on the board; `moved` counts its moves since the page was opened, so that one can see it move. */
export interface Card extends Need {
  readonly moved: number;
}

export interface Board {
  readonly cards: ReadonlyMap<string, Card>;
  /** The last facts, newest first. */
  readonly facts: readonly Fact[];
}

export const EMPTY: Board = { cards: new Map(), facts: [] };

const MOST_FACTS = 100;
const MOST_CARDS = 1000;

export type Change =
  | { readonly kind: 'needs'; readonly needs: readonly Need[] }
  | { readonly kind: 'need'; readonly need: Need }
  | { readonly kind: 'fact'; readonly fact: Fact };

export function after(board: Board, change: Change): Board {
  switch (change.kind) {
    case 'needs':
      return { ...board, cards: new Map(change.needs.map((it) => [it.need, { ...it, moved: 0 }])) };
    case 'need': {
      const known = board.cards.get(change.need.need);
      return withCard(board, { ...change.need, moved: (known?.moved ?? 0) + 1 });
    }
    case 'fact':
      return afterFact(board, change.fact);
  }
}

function afterFact(board: Board, fact: Fact): Board {
  if (board.facts.some((it) => it.eventId === fact.eventId)) {
    return board;
  }
  const told = { ...board, facts: [fact, ...board.facts].slice(0, MOST_FACTS) };
  const card = cardAfter(board.cards.get(fact.flow), fact);
  return card ? withCard(told, card) : told;
}

/** The card after a fact of its need; none if nothing is known of the need, or the fact is of something else. */
function cardAfter(card: Card | undefined, fact: Fact): Card | undefined {
  if (!fact.stream.startsWith('need/')) {
    return undefined;
  }
  if (fact.type === 'need.collected.v1' && !card) {
    return collected(fact);
  }
  if (!card || Date.parse(fact.at) < Date.parse(card.changedAt)) {
    return undefined;
  }
  const said = fact.with;
  const status = fact.status ?? card.status;
  return {
    ...card,
    status,
    changedAt: fact.at,
    moved: card.moved + (status === card.status ? 0 : 1),
    ...(said['unit'] ? { unit: said['unit'] } : {}),
    ...(said['category'] ? { category: said['category'] } : {}),
    ...(said['priority'] ? { priority: Number(said['priority']) } : {}),
    ...(said['band'] ? { band: said['band'] } : {}),
    ...(said['project'] ? { project: said['project'] } : {}),
  };
}

function collected(fact: Fact): Card {
  const community = fact.division ?? '';
  return {
    need: fact.flow,
    where: { county: community.slice(0, 6), town: community.slice(0, 9), community },
    unit: fact.with['unit'] ?? '',
    groups: (fact.with['groups'] ?? '').split(',').filter(Boolean),
    status: 'COLLECTED',
    changedAt: fact.at,
    moved: 1,
  };
}

function withCard(board: Board, card: Card): Board {
  const cards = new Map(board.cards);
  cards.delete(card.need); // So that the map is in the order of changes.
  cards.set(card.need, card);
  const oldest = cards.keys().next().value;
  if (cards.size > MOST_CARDS && oldest !== undefined) {
    cards.delete(oldest);
  }
  return { ...board, cards };
}

/** The cards of a status, last changed first. */
export function cardsOf(board: Board, status: string, town: string): Card[] {
  return [...board.cards.values()]
    .filter((it) => it.status === status && (!town || it.where.town === town))
    .sort((one, other) => Date.parse(other.changedAt) - Date.parse(one.changedAt));
}

/** Whether a fact is of a need the board does not know, so that its row has to be read. */
export function isUnknown(board: Board, fact: Fact): boolean {
  return (
    fact.stream.startsWith('need/') &&
    fact.type !== 'need.collected.v1' &&
    !board.cards.has(fact.flow)
  );
}
