import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { AdapterError, isAbort, toFailure } from '../../../src/data/errors.js';
import { ERROR_CODES, isErrorCode } from '../../../src/model/index.js';

describe('adapter error', () => {
  it('is an error, and a failure as data', () => {
    const cause = new Error('deep inside');
    const error = new AdapterError('quota', 'none left', { userMessage: 'No credits.', retryable: false, cause });
    expect(error).to.be.an.instanceOf(Error);
    expect([error.name, error.code, error.message, error.userMessage]).to.deep.equal([
      'AdapterError',
      'quota',
      'none left',
      'No credits.',
    ]);
    expect(error.cause).to.equal(cause);
    expect(new AdapterError('network').message).to.equal('network');
  });

  it('keeps its code and message whatever comes with them', () => {
    const error = new AdapterError('quota', 'mine', { code: 'internal', message: 'theirs', requestId: 'r1' });
    expect([error.code, error.message, error.requestId]).to.deep.equal(['quota', 'mine', 'r1']);
  });
});

describe('failure of anything', () => {
  it('never throws, and is plain data with a known code and a message', () => {
    fc.assert(
      fc.property(fc.anything({ withNullPrototype: true, withBigInt: true }), (thrown) => {
        const failure = toFailure(thrown);
        expect(isErrorCode(failure.code)).to.equal(true);
        expect(failure.message).to.be.a('string').and.not.equal('');
        expect(structuredClone(failure)).to.deep.equal(failure);
      }),
    );
  });

  it('survives what throws when it is looked at', () => {
    const { proxy, revoke } = Proxy.revocable({}, {});
    revoke();
    const trap = {
      get code(): string {
        throw new Error('trap');
      },
    };
    for (const thrown of [proxy, trap]) expect(toFailure(thrown).code).to.equal('internal');
  });

  for (const [thrown, code] of [
    [new DOMException('x', 'AbortError'), 'aborted'],
    [new DOMException('x', 'TimeoutError'), 'timeout'],
    [new DOMException('x', 'QuotaExceededError'), 'quota'],
    [new DOMException('x', 'NetworkError'), 'network'],
    [new TypeError('Failed to fetch'), 'network'],
    [new TypeError('NetworkError when attempting to fetch resource.'), 'network'],
    [new TypeError('Load failed'), 'network'],
    [new TypeError('x is undefined'), 'internal'],
    [new SyntaxError('Unexpected token < in JSON'), 'internal'],
    ['boom', 'internal'],
    [undefined, 'internal'],
    [{ code: 'conflict' }, 'conflict'],
    [{ code: 'E_OTHER', message: 'x' }, 'internal'],
    [{ code: 20, name: 'AbortError' }, 'aborted'],
  ] as const) {
    it(`calls ${thrown instanceof Error ? `${thrown.name}: ${thrown.message}` : JSON.stringify(thrown)} ${code}`, () => {
      expect(toFailure(thrown).code).to.equal(code);
    });
  }

  it('keeps every field of a failure, also of one off the wire', () => {
    const failure = {
      code: 'invalid',
      message: 'no',
      userMessage: 'Not so.',
      retryable: false,
      retryAfterMs: 500,
      fields: [{ path: 'prompt', message: 'too long' }],
      moderation: { stage: 'input', category: 'x' },
      requestId: 'r1',
      providerCode: 'P7',
    } as const;
    expect(toFailure(JSON.parse(JSON.stringify(failure)))).to.deep.equal(failure);
    expect(toFailure(new AdapterError('invalid', 'no', failure))).to.deep.equal(failure);
  });

  it('leaves out fields that make no sense', () => {
    const wire = {
      code: 'rate-limited',
      message: 7,
      userMessage: '',
      retryable: 'yes',
      retryAfterMs: 'soon',
      fields: [null, { path: 1 }, { path: 'a', message: 'b' }],
      moderation: 'bad',
      requestId: {},
      stack: 'secret',
    };
    expect(toFailure(wire)).to.deep.equal({
      code: 'rate-limited',
      message: 'rate-limited',
      fields: [{ path: 'a', message: 'b' }],
    });
    for (const retryAfterMs of [NaN, -1]) {
      expect('retryAfterMs' in toFailure({ ...wire, retryAfterMs })).to.equal(false);
    }
  });

  it('knows its own abort', () => {
    expect(isAbort(new AdapterError('aborted'))).to.equal(true);
    expect(isAbort(AbortSignal.abort().reason)).to.equal(true);
    expect(ERROR_CODES.filter((code) => isAbort(new AdapterError(code)))).to.deep.equal(['aborted']);
  });
});
