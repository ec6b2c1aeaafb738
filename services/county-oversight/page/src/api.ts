// What the page asks the service, and what comes back.

export interface Where {
  readonly county: string;
  readonly town: string;
  readonly community: string;
}

export interface Need {
  readonly need: string;
  readonly where: Where;
  readonly unit: string;
  readonly groups: readonly string[];
  readonly status: string;
  readonly category?: string;
  readonly priority?: number;
  readonly band?: string;
  readonly project?: string;
  readonly changedAt: string;
}

export interface Fact {
  readonly eventId: string;
  readonly stream: string;
  readonly type: string;
  readonly at: string;
  readonly cause: string;
  readonly actor: string;
  readonly role: string;
  readonly flow: string;
  readonly division?: string;
  readonly amountFen?: number;
  readonly status?: string;
  readonly sentence: string;
  readonly with: Readonly<Record<string, string>>;
}

export interface Trace {
  readonly id: string;
  readonly status?: string;
  readonly mergedInto?: string;
  readonly projects: readonly string[];
  readonly needs: readonly string[];
  readonly hops: readonly Fact[];
  readonly complete: boolean;
}

export interface Funnel {
  readonly steps: readonly { readonly step: string; readonly needs: number }[];
  readonly standing: Readonly<Record<string, number>>;
}

export interface Balance {
  readonly receivedFen: number;
  readonly heldFen: number;
  readonly committedFen: number;
  readonly disbursedFen: number;
  readonly refundedFen: number;
  readonly availableFen: number;
}

export type FundState = 'OPEN' | 'FROZEN' | 'CLOSED';

export interface Balances {
  readonly funds: readonly {
    readonly fund: string;
    readonly name: string;
    readonly state?: FundState;
    readonly balance: Balance;
  }[];
  readonly total: Balance;
  readonly holds: boolean;
}

export interface Project {
  readonly project: string;
  readonly work: {
    readonly status?: string;
    readonly budgetFen: number;
    readonly progress: number;
    readonly score?: number;
    readonly grade?: string;
  };
  readonly money: { readonly paidFen: number };
}

export interface Me {
  readonly label: string;
  readonly roles: readonly string[];
  readonly area: string;
  readonly areaName?: string;
  readonly may: readonly string[];
}

interface Division {
  readonly code: string;
  readonly name: string;
  readonly level: string;
}

interface Unit {
  readonly unit: string;
  readonly name: string;
}

/** An answer that is no success, with the stable code of the service. */
export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
  ) {
    super(`${status} ${code}`);
  }
}

const PAGE = 200;
const MOST_PAGES = 10;

export class Api {
  constructor(
    readonly token: string,
    private readonly language: string,
  ) {}

  me = (): Promise<Me> => this.get('/api/v1/me');
  need = (id: string): Promise<Need> => this.get(`/api/v1/needs/${encodeURIComponent(id)}`);
  trace = (id: string): Promise<Trace> => this.get(`/api/v1/trace/${encodeURIComponent(id)}`);
  funds = (): Promise<Balances> => this.get('/api/v1/funds');
  projects = (): Promise<Project[]> => this.get('/api/v1/projects?limit=50');

  latestNeeds = (town: string): Promise<Need[]> =>
    this.get(`/api/v1/needs?order=LATEST&limit=${PAGE}${town ? `&town=${town}` : ''}`);

  funnel = (town: string): Promise<Funnel> => this.get(`/api/v1/funnel${town ? `?town=${town}` : ''}`);

  divisions = (): Promise<Division[]> => this.all('/api/v1/divisions', (it: Division) => it.code);
  units = (): Promise<Unit[]> => this.all('/api/v1/units', (it: Unit) => it.unit);

  private async all<T>(path: string, id: (row: T) => string): Promise<T[]> {
    const rows: T[] = [];
    let after = '';
    for (let page = 0; page < MOST_PAGES; page++) {
      const more: T[] = await this.get(`${path}?limit=${PAGE}${after}`);
      rows.push(...more);
      const last = more[PAGE - 1];
      if (last === undefined) {
        break;
      }
      after = `&after=${encodeURIComponent(id(last))}`;
    }
    return rows;
  }

  private async get<T>(path: string): Promise<T> {
    const response = await fetch(path, {
      headers: {
        Accept: 'application/json',
        'Accept-Language': this.language,
        Authorization: `Bearer ${this.token}`,
      },
    });
    if (!response.ok) {
      const problem: unknown = await response.json().catch(() => ({}));
      const code = (problem as { code?: string }).code ?? String(response.status);
      throw new Problem(response.status, code);
    }
    return (await response.json()) as T;
  }
}
