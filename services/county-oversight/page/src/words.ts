// Every word of the page in its languages, and how values are shown in them.
import en from './words/en.json';
import zh from './words/zh.json';

export type Language = 'zh' | 'en';

const words: Record<Language, Record<string, string>> = { zh, en };
const locales: Record<Language, string> = { zh: 'zh-CN', en: 'en-GB' };
const COUNTY_TIME = 'Asia/Shanghai';

/** What is called by a name of its own: units, divisions, funds. */
export type Names = ReadonlyMap<string, string>;

export class Words {
  private readonly time: Intl.DateTimeFormat;
  private readonly dateTime: Intl.DateTimeFormat;
  private readonly number: Intl.NumberFormat;

  constructor(
    readonly language: Language,
    private readonly names: Names = new Map(),
  ) {
    const locale = locales[language];
    this.time = new Intl.DateTimeFormat(locale, { timeStyle: 'medium', timeZone: COUNTY_TIME });
    this.dateTime = new Intl.DateTimeFormat(locale, {
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
      timeZone: COUNTY_TIME,
    });
    this.number = new Intl.NumberFormat(locale);
  }

  get locale(): string {
    return locales[this.language];
  }

  /** The text of a key with its parameters put in; the key itself if there is none. */
  say(key: string, values: Readonly<Record<string, string | number>> = {}): string {
    const text = words[this.language][key] ?? key;
    return text.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? '–'));
  }

  /** The word for a code of a list, or the code. */
  code(list: string, code: string): string {
    return words[this.language][`${list}.${code}`] ?? code;
  }

  name(id: string): string {
    return this.names.get(id) ?? id;
  }

  /** A fact in a sentence. */
  fact(sentence: string, values: Readonly<Record<string, string>>, amountFen?: number): string {
    const shown: Record<string, string> = {};
    for (const [name, value] of Object.entries(values)) {
      shown[name] = this.value(name, value);
    }
    if (amountFen !== undefined) {
      shown['amount'] = this.yuan(amountFen);
    }
    return this.say(`say.${sentence}`, shown);
  }

  private value(name: string, value: string): string {
    if (name.endsWith('Fen')) {
      return this.yuan(Number(value));
    }
    switch (name) {
      case 'unit':
      case 'from':
      case 'fund':
        return this.name(value);
      case 'need':
      case 'project':
        return shortId(value);
      case 'groups':
        return value
          .split(',')
          .map((it) => this.code('groups', it))
          .join(this.language === 'zh' ? '、' : ', ');
      case 'since':
      case 'until':
        return value.includes('T') ? this.at(value) : value;
      default:
        return this.code(name, value);
    }
  }

  /** Yuan from fen: 1,234.50 元. */
  yuan(fen: number): string {
    return this.language === 'zh' ? `${this.plainYuan(fen)} 元` : `¥${this.plainYuan(fen)}`;
  }

  /** The same without the currency, for tables that name it. */
  plainYuan(fen: number): string {
    const size = Math.abs(fen);
    const yuan = this.number.format(Math.trunc(size / 100));
    return `${fen < 0 ? '−' : ''}${yuan}.${String(size % 100).padStart(2, '0')}`;
  }

  count(n: number): string {
    return this.number.format(n);
  }

  /** A time of day in the county. */
  clock(instant: string): string {
    return this.time.format(new Date(instant));
  }

  /** Day and time in the county. */
  at(instant: string): string {
    return this.dateTime.format(new Date(instant));
  }

  /** Role and place of somebody: 社工室社工 · 江安镇… */
  actor(actor: string): string {
    const [role = '', where = ''] = actor.split('@');
    const place = this.names.get(where) ?? this.code(role === 'SYSTEM' ? 'service' : 'dept', where);
    return place ? `${this.code('role', role)} · ${place}` : this.code('role', role);
  }
}

/** What of an id tells it from others on the same board: N-511523100001-20261123-0001 is 1123-0001. */
export function shortId(id: string): string {
  const need = /^N-\d{12}-\d{4}(\d{4})-(\d+)$/.exec(id);
  if (need) {
    return `${need[1]}-${need[2]}`;
  }
  const project = /^P-(\d{4})-\d+-(\d+)$/.exec(id);
  return project ? `${project[1]}-${project[2]}` : id;
}
