import { describe, expect, test } from 'vitest';
import { shortId, Words } from './words';

describe('words', () => {
  const zh = new Words('zh', new Map([['RM-511523100001', '东大街社区社工室']]));
  const en = new Words('en');

  test('a fact is a sentence with names, lists and yuan', () => {
    expect(
      zh.fact('need.collected', { unit: 'RM-511523100001', channel: 'HOME_VISIT', groups: 'ELDER,CHILD' }),
    ).toBe('东大街社区社工室收集到一项需求（入户走访；老年人、儿童）');
    expect(
      zh.fact('department-activity.accepted', {
        id: 'dept-cyl:2026-017',
        dept: 'CYL',
        activity: 'CHILD_COMPANION',
        groups: 'CHILD_LEFT_BEHIND',
        since: '2027-01-03T01:00:00Z',
        until: '2027-06-27T09:00:00Z',
      }),
    ).toBe('团县委将为留守儿童开展“童伴”活动，2027/01/03 09:00 至 2027/06/27 17:00（dept-cyl:2026-017）');
    expect(en.fact('funding.disbursed', { tranche: '1', operator: 'OP-LOCAL-1' }, 900_000)).toBe(
      'Tranche 1 paid: ¥9,000.00 to OP-LOCAL-1',
    );
  });

  test('yuan are exact to the fen', () => {
    expect(zh.yuan(1_800_005)).toBe('18,000.05 元');
    expect(zh.plainYuan(-5)).toBe('−0.05');
  });

  test('times are those of the county', () => {
    expect(zh.at('2026-11-23T16:30:00Z')).toBe('2026/11/24 00:30');
  });

  test('who acted is a role and a place', () => {
    expect(zh.actor('RM_WORKER@RM-511523100001')).toBe('社工室社工 · 东大街社区社工室');
    expect(en.actor('FINANCE@FIN')).toBe('finance bureau · Finance Bureau');
  });

  test('ids are short on a card', () => {
    expect(shortId('N-511523100001-20261123-0001')).toBe('1123-0001');
    expect(shortId('P-2026-511523100-0007')).toBe('2026-0007');
  });
});
