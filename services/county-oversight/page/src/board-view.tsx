// Three phases of three steps; every need is a card in the step where it stands.
import { type Board, type Card, cardsOf, ENDINGS, PHASES } from './board';
import { shortId, type Words } from './words';

interface Props {
  readonly words: Words;
  readonly board: Board;
  readonly town: string;
  readonly standing: Readonly<Record<string, number>> | undefined;
  readonly onOpen: (need: string) => void;
}

const SHOWN = 4;

export function BoardView(props: Props) {
  const { words, standing } = props;
  return (
    <section className="panel" aria-labelledby="board" >
      <div className="panel-head">
        <h2 id="board" tabIndex={-1}>
          {words.say('ui.board')}
        </h2>
        <p>{words.say('ui.board.hint')}</p>
      </div>
      <div className="phases">
        {PHASES.map(([phase, statuses]) => (
          <section key={phase} className={`phase ${phase}`} aria-label={words.say(`phase.${phase}`)}>
            <h3>{words.say(`phase.${phase}`)}</h3>
            {statuses.map((status) => (
              <Step key={status} {...props} status={status} />
            ))}
          </section>
        ))}
      </div>
      <p className="endings">
        {words.say('ui.ended')}
        {ENDINGS.map((it) => (
          <span key={it}>
            {words.code('need', it)} <b>{words.count(standing?.[it] ?? 0)}</b>
          </span>
        ))}
      </p>
    </section>
  );
}

function Step({ words, board, town, standing, onOpen, status }: Props & { readonly status: string }) {
  const cards = cardsOf(board, status, town);
  const total = Math.max(standing?.[status] ?? 0, cards.length);
  const more = total - Math.min(cards.length, SHOWN);
  return (
    <div className="step-box">
      <h4>
        {words.code('need', status)}
        <span className="count">{words.count(total)}</span>
      </h4>
      {cards.length > 0 && (
        <ul>
          {cards.slice(0, SHOWN).map((it) => (
            // A key that counts moves makes a new element, whose arrival is shown once.
            <li key={`${it.need}/${it.moved}`} className={it.moved > 0 ? 'moved' : undefined}>
              <CardButton words={words} card={it} onOpen={onOpen} />
            </li>
          ))}
        </ul>
      )}
      {more > 0 && <p className="more">{words.say('ui.more', { n: words.count(more) })}</p>}
    </div>
  );
}

function CardButton({
  words,
  card,
  onOpen,
}: {
  readonly words: Words;
  readonly card: Card;
  readonly onOpen: (need: string) => void;
}) {
  const what = card.category ? words.code('category', card.category) : words.say('ui.uncategorised');
  return (
    <button type="button" className="need" onClick={() => onOpen(card.need)} title={card.need}>
      <span className="what">{what}</span>
      {card.band && <span className={`band ${card.band}`}>{words.say('ui.band', { band: card.band })}</span>}
      <span className="meta">
        {words.name(card.unit)} · {shortId(card.need)}
      </span>
    </button>
  );
}
