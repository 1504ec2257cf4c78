import { expect } from '@open-wc/testing';
import { FAULTS, type FaultName, type MethodName, type Standing } from './faults.js';
import { openFrame, type HostFrame } from './frames.js';

/** What still works when one method goes wrong. */
const STILL: Partial<Record<MethodName, Partial<Standing>>> = {
  listSessions: { sessions: 0 },
  listIterations: { tiles: 0 },
  'index.manifest': { tiles: 0 },
  'index.segment': { tiles: 0 },
};

/** Tests with a backend of which one of these methods goes wrong, in every way. */
export function faultTests(methods: readonly MethodName[]): void {
  let host: HostFrame;

  before(async () => {
    host = await openFrame('plain-page.html', 1000, 700);
  });

  after(() => host.close());

  it('is not what these tests see when nothing goes wrong', async () => {
    const standing = await host.page.tryFault('none', 'never answers');
    expect(standing.sessions).to.be.greaterThan(2);
    expect(standing.tiles).to.be.greaterThan(8);
    expect(host.page.trouble).to.deep.equal([]);
  });

  for (const method of methods) {
    it(`says so in place and goes on: ${method}`, async function () {
      this.timeout(60_000);
      for (const fault of Object.keys(FAULTS) as FaultName[]) {
        const standing = await host.page.tryFault(method, fault).catch((error: unknown) => {
          throw new Error(`${fault}: ${String(error)} ${host.page.trouble.join()}`);
        });
        expect([fault, ...host.page.trouble]).to.deep.equal([fault]);
        const { sessions, tiles } = STILL[method] ?? {};
        if (tiles !== 0) expect(standing.tiles, fault).to.be.greaterThan(6);
        if (sessions !== 0) expect(standing.sessions, fault).to.be.greaterThan(1);
        if (fault !== 'never answers' && method.startsWith('list') && fault !== 'answers rows of nonsense') {
          expect(standing.says, fault).to.match(/wrong|happened|not available/);
        }
        if (method === 'generate.start' && fault !== 'never answers') {
          expect(standing.prompt, fault).to.contain('A brief that must not be lost');
        }
      }
    });
  }
}
