import { expect } from '@open-wc/testing';
import { byReason } from '../../../src/elements/outcome/by-reason.js';
import type { ErrorCode } from '../../../src/model/index.js';
import type { Failed } from '../../../src/store/index.js';

describe('rows by what is said of why they failed', () => {
  it('are gone through once, and put into words once a reason', () => {
    let looks = 0;
    const row = (at: number, code: ErrorCode, userMessage?: string): Failed => ({
      id: `f${at}`,
      get error() {
        looks++;
        return { code, message: '', ...(userMessage !== undefined && { userMessage }) };
      },
    });
    const failed = Array.from({ length: 900 }, (_, at) =>
      at % 3 > 0 ? row(at, 'network') : row(at, 'forbidden', at % 2 > 0 ? 'Ask Ada.' : undefined),
    );
    let worded = 0;
    const text = ({ error }: Failed): string => {
      worded++;
      return error.userMessage ?? error.code;
    };
    const told = (): unknown => byReason(failed, text).map(({ text: reason, rows }) => [reason, rows.length]);
    const wanted = [
      ['network', 600],
      ['forbidden', 150],
      ['Ask Ada.', 150],
    ];
    expect(told()).to.deep.equal(wanted);
    expect(worded).to.equal(3);
    looks = 0;
    expect(told()).to.deep.equal(wanted);
    expect(looks, 'only one of each').to.be.at.most(9);
  });

  it('are one group where they read alike', () => {
    const failed = (['network', 'timeout', 'network'] as const).map((code, at): Failed => ({
      id: `f${at}`,
      error: { code, message: '' },
    }));
    expect(byReason(failed, () => 'No').map(({ rows }) => rows.length)).to.deep.equal([3]);
  });
});
