// The county's board for somebody who is signed in: what the parts show, and what keeps them up to date.
import { useCallback, useEffect, useMemo, useReducer, useRef, useState } from 'react';
import {
  Api,
  type Balances,
  type Fact,
  type Funnel,
  type Me,
  type Project,
} from './api';
import { after, EMPTY, isUnknown } from './board';
import { BoardView } from './board-view';
import { Feed } from './feed';
import { Funds } from './funds';
import { FunnelView } from './funnel-view';
import { Projects } from './projects';
import { type Connection, listen } from './sse';
import { Thread } from './thread';
import { Brand } from './welcome';
import { type Language, Words } from './words';

interface Props {
  readonly language: Language;
  readonly token: string;
  readonly me: Me;
  readonly onLanguage: () => void;
  readonly onSignIn: () => void;
  readonly onSignOut: () => void;
}

const COUNTY_DIGITS = 6;
/** Figures are read again so long after a fact that may have changed them, once for all facts meanwhile. */
const SETTLE_MS = 600;

export function County({ language, token, me, onLanguage, onSignIn, onSignOut }: Props) {
  const may = useCallback((right: string) => me.may.includes(right), [me]);
  const api = useMemo(() => new Api(token, language), [token, language]);
  const [names, setNames] = useState<ReadonlyMap<string, string>>(new Map());
  const [towns, setTowns] = useState<readonly { code: string; name: string }[]>([]);
  const words = useMemo(() => new Words(language, names), [language, names]);
  const [board, change] = useReducer(after, EMPTY);
  const [funnel, setFunnel] = useState<Funnel>();
  const [balances, setBalances] = useState<Balances>();
  const [projects, setProjects] = useState<readonly Project[]>([]);
  const [town, setTown] = useState('');
  const [connection, setConnection] = useState<Connection>('connecting');
  const [trouble, setTrouble] = useState(false);
  const [shown, setShown] = useState<string>();

  // What a fact sets in motion reads these as they are then, not as they were when listening began.
  const now = useRef({ api, board, town });
  now.current = { api, board, town };

  const guarded = useCallback(<T,>(asked: Promise<T>, use: (answer: T) => void) => {
    asked.then(
      (answer) => {
        setTrouble(false);
        use(answer);
      },
      () => setTrouble(true),
    );
  }, []);

  const readFigures = useCallback(() => {
    if (may('need.read')) {
      guarded(now.current.api.funnel(now.current.town), setFunnel);
    }
    if (may('fund.read')) {
      guarded(now.current.api.funds(), setBalances);
    }
    if (may('project.read')) {
      guarded(now.current.api.projects(), setProjects);
    }
  }, [guarded, may]);

  const readNeeds = useCallback(() => {
    if (may('need.read')) {
      guarded(now.current.api.latestNeeds(now.current.town), (needs) => change({ kind: 'needs', needs }));
    }
  }, [guarded, may]);

  const readPlaces = useCallback(() => {
    if (may('place.read')) {
      guarded(
        Promise.all([now.current.api.divisions(), now.current.api.units()]),
        ([divisions, units]) => {
          setNames(
            new Map([
              ...divisions.map((it) => [it.code, it.name] as const),
              ...units.map((it) => [it.unit, it.name] as const),
            ]),
          );
          setTowns(divisions.filter((it) => it.level === 'TOWN'));
        },
      );
    }
  }, [guarded, may]);

  useEffect(() => {
    readPlaces();
  }, [readPlaces]);

  useEffect(() => {
    readNeeds();
    readFigures();
  }, [town, readNeeds, readFigures]);

  const settle = useRef<ReturnType<typeof setTimeout>>(undefined);
  const soon = useCallback(() => {
    settle.current ??= setTimeout(() => {
      settle.current = undefined;
      readFigures();
    }, SETTLE_MS);
  }, [readFigures]);
  useEffect(() => () => clearTimeout(settle.current), []);

  /** The needs whose rows are being read. */
  const asked = useRef(new Set<string>());
  const told = useCallback(
    (fact: Fact) => {
      if (isUnknown(now.current.board, fact) && may('need.read') && !asked.current.has(fact.flow)) {
        asked.current.add(fact.flow);
        now.current.api
          .need(fact.flow)
          .then((need) => change({ kind: 'need', need }))
          .catch(() => undefined) // The next fact of this need asks again.
          .finally(() => asked.current.delete(fact.flow));
      }
      change({ kind: 'fact', fact });
      if (fact.stream.startsWith('division/') || fact.stream.startsWith('station/')) {
        readPlaces();
      }
      soon();
    },
    [may, readPlaces, soon],
  );

  useEffect(() => {
    if (!may('stream.read')) {
      setConnection('none');
      return undefined;
    }
    return listen({
      url: '/api/v1/stream?recent=40',
      token,
      onState: setConnection,
      onEvent: (event) => {
        if (event.name === 'reset') {
          readNeeds();
          readFigures();
        } else if (event.name.includes('.v')) {
          told(JSON.parse(event.data) as Fact);
        }
      },
    });
  }, [token, may, told, readNeeds, readFigures]);

  const shownProject = shown === undefined ? undefined : board.cards.get(shown)?.project;
  const latestOfShown = board.facts.find(
    (it) => it.flow === shown || it.flow === shownProject,
  )?.eventId;
  const fundNames = useMemo(() => {
    if (!balances) {
      return words;
    }
    return new Words(language, new Map([...names, ...balances.funds.map((it) => [it.fund, it.name] as const)]));
  }, [words, balances, names, language]);

  return (
    <div className="county">
      <a className="skip" href="#board">
        {words.say('ui.skip')}
      </a>
      <header className="top">
        <Brand words={words} />
        <div className="who">
          <span>
            <b>{words.actor(me.label)}</b>
            <span className="where">
              {words.say('ui.area', { name: me.areaName ?? words.name(me.area) })}
            </span>
          </span>
          <button type="button" className="quiet" onClick={onLanguage}>
            {words.say('ui.lang')}
          </button>
          <button type="button" className="quiet" onClick={onSignOut}>
            {words.say('ui.signout')}
          </button>
        </div>
      </header>
      {!may('need.read') ? (
        <main className="card-large">
          <p className="lead">
            {words.say('ui.forbidden', { role: words.code('role', me.roles[0] ?? '') })}
          </p>
        </main>
      ) : (
        <main className="layout">
          <div className="bar">
            <p role="status" className={`connection ${connection}`}>
              <span className="dot" aria-hidden="true" />
              {words.say(`ui.live.${connection}`)}
              {connection === 'expired' && (
                <button type="button" className="primary small" onClick={onSignIn}>
                  {words.say('ui.live.again')}
                </button>
              )}
            </p>
            {trouble && <p className="trouble">{words.say('ui.offline')}</p>}
            {me.area.length === COUNTY_DIGITS && towns.length > 0 && (
              <label className="town">
                {words.say('ui.town.label')}
                <select value={town} onChange={(it) => setTown(it.target.value)}>
                  <option value="">{words.say('ui.town.all')}</option>
                  {towns.map((it) => (
                    <option key={it.code} value={it.code}>
                      {it.name}
                    </option>
                  ))}
                </select>
              </label>
            )}
          </div>
          <div className="wide">
            {funnel && <FunnelView words={words} funnel={funnel} />}
            <BoardView
              words={words}
              board={board}
              town={town}
              standing={funnel?.standing}
              onOpen={setShown}
            />
            {may('project.read') && projects.length > 0 && (
              <Projects words={words} projects={projects} onOpen={setShown} />
            )}
            {balances && <Funds words={words} balances={balances} />}
          </div>
          <Feed words={fundNames} facts={board.facts} onOpen={may('trace.read') ? setShown : undefined} />
        </main>
      )}
      {shown !== undefined && (
        <Thread
          words={fundNames}
          api={api}
          id={shown}
          news={latestOfShown}
          onOpen={setShown}
          onClose={() => setShown(undefined)}
        />
      )}
    </div>
  );
}
