// Figure M-01: what stands on each fund, and that it adds up.
import type { Balance, Balances, FundState } from './api';
import type { Words } from './words';

const COLUMNS = [
  ['R', 'receivedFen'],
  ['H', 'heldFen'],
  ['C', 'committedFen'],
  ['D', 'disbursedFen'],
  ['F', 'refundedFen'],
  ['A', 'availableFen'],
] as const satisfies readonly (readonly [string, keyof Balance])[];

export function Funds({ words, balances }: { readonly words: Words; readonly balances: Balances }) {
  return (
    <section className="panel" aria-labelledby="funds-title">
      <div className="panel-head">
        <h2 id="funds-title">{words.say('ui.funds')}</h2>
        <p>{words.say('ui.funds.hint')}</p>
        <p className={balances.holds ? 'sound' : 'trouble'}>
          {words.say(balances.holds ? 'ui.funds.holds' : 'ui.funds.broken')}
        </p>
      </div>
      <div className="scroll" tabIndex={0} role="group" aria-labelledby="funds-title">
        <table>
          <thead>
            <tr>
              <th scope="col">{words.say('ui.fund.name')}</th>
              {COLUMNS.map(([symbol]) => (
                <th key={symbol} scope="col" className="amount">
                  {words.say(`ui.fund.${symbol}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {balances.funds.map((it) => (
              <Row key={it.fund} words={words} name={it.name} state={it.state} balance={it.balance} />
            ))}
          </tbody>
          <tfoot>
            <Row words={words} name={words.say('ui.fund.total')} balance={balances.total} />
          </tfoot>
        </table>
      </div>
    </section>
  );
}

function Row({
  words,
  name,
  state,
  balance,
}: {
  readonly words: Words;
  readonly name: string;
  readonly state?: FundState | undefined;
  readonly balance: Balance;
}) {
  return (
    <tr>
      <th scope="row">
        {name}
        {state !== undefined && state !== 'OPEN' && (
          <span className={state === 'FROZEN' ? 'mark trouble' : 'mark'}>
            {words.say(`fund.${state}`)}
          </span>
        )}
      </th>
      {COLUMNS.map(([symbol, field]) => (
        <td key={symbol} className={balance[field] === 0 ? 'amount zero' : 'amount'}>
          {words.plainYuan(balance[field])}
        </td>
      ))}
    </tr>
  );
}
