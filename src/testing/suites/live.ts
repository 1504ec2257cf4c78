import type { Change } from '../../data/index.js';
import { present, hold, same } from '../check.js';
import type { Heard, Trial } from '../trial.js';
import { all, canWrite, type Suite } from './suite.js';

const hasLive = ({ adapter }: Trial): boolean => adapter.subscribe !== undefined;

const isAbout =
  (id: string) =>
  (change: Change): boolean =>
    (change.type === 'iteration' && change.item.id === id) ||
    (change.type === 'stale' && (change.ids?.includes(id) ?? true)) ||
    change.type === 'resync';

async function archive(trial: Trial, id: string, archived = true): Promise<void> {
  await trial.adapter.archive?.({ ids: [id] }, 'iteration', archived, trial.write());
}

async function changeOf(trial: Trial, heard: Heard, id: string): Promise<Change> {
  await trial.until(() => heard.changes.some(isAbout(id)), 'the change must arrive');
  return present(heard.changes.find(isAbout(id)), 'the change');
}

export const live: Suite = {
  letter: 'H',
  title: 'Live',
  checks: [
    {
      number: 74,
      title: "one's own write arrives",
      needs: all(hasLive, canWrite('archive')),
      run: async (trial) => {
        await trial.fill(6);
        const heard = await trial.listen();
        const { id } = await trial.one();
        await archive(trial, id);
        await changeOf(trial, heard, id);
        heard.stop();
      },
    },
    {
      number: 75,
      title: 'events carry whole entities',
      needs: all(hasLive, canWrite('archive')),
      run: async (trial) => {
        await trial.fill(6);
        const heard = await trial.listen();
        const { id } = await trial.one();
        await archive(trial, id);
        const change = await changeOf(trial, heard, id);
        if (change.type === 'iteration') same(change.item, await trial.now(id), 'the entity of the event');
        heard.stop();
      },
    },
    {
      number: 76,
      title: 'since brings what was missed',
      needs: all(hasLive, canWrite('archive')),
      run: async (trial) => {
        await trial.fill(6);
        const [one, two] = await trial.some(2);
        const [seen, missed] = [present(one, 'an iteration').id, present(two, 'an iteration').id];
        const first = await trial.listen();
        await archive(trial, seen);
        await changeOf(trial, first, seen);
        first.stop();
        const since = first.positions.at(-1);
        if (since === undefined) return;
        await archive(trial, missed);
        const second = await trial.listen(since);
        await changeOf(trial, second, missed);
        second.stop();
      },
    },
    {
      number: 77,
      title: 'an ancient since is a resync',
      needs: hasLive,
      run: async (trial) => {
        await trial.fill(3);
        const heard = await trial.listen('conformance-ancient-position');
        await trial.until(() => heard.changes.some(({ type }) => type === 'resync'), 'resync must arrive');
        heard.stop();
      },
    },
    {
      number: 78,
      title: 'two subscriptions hear the same',
      needs: all(hasLive, canWrite('archive')),
      run: async (trial) => {
        await trial.fill(6);
        const [first, second] = [await trial.listen(), await trial.listen()];
        const { id } = await trial.one();
        await archive(trial, id);
        await changeOf(trial, first, id);
        await changeOf(trial, second, id);
        first.stop();
        await archive(trial, id, false);
        const back = (change: Change) => change.type !== 'iteration' || !change.item.archivedAt;
        await trial.until(() => second.changes.filter(isAbout(id)).some(back), 'the other one must go on');
        second.stop();
      },
    },
    {
      number: 79,
      title: 'a deletion arrives as removed',
      needs: all(hasLive, canWrite('remove')),
      run: async (trial) => {
        await trial.fill(6);
        const heard = await trial.listen();
        const { id, rev = 0 } = await trial.one();
        await trial.adapter.remove?.({ ids: [id] }, 'iteration', trial.write());
        const isRemoval = (change: Change) => change.type === 'removed' && change.id === id;
        const gone = (change: Change) => isRemoval(change) || change.type === 'resync' || change.type === 'stale';
        await trial.until(() => heard.changes.some(gone), 'the removal must arrive');
        const removal = heard.changes.find(isRemoval);
        if (removal?.type === 'removed' && removal.rev !== undefined) {
          hold(removal.rev > rev, `a removal carries the next rev: it was ${rev}, the removal has ${removal.rev}`);
        }
        heard.stop();
      },
    },
    {
      number: 80,
      title: 'no callback after the end',
      needs: all(hasLive, canWrite('archive')),
      run: async (trial) => {
        await trial.fill(6);
        const [ended, witness] = [await trial.listen(), await trial.listen()];
        ended.stop();
        const before = [ended.changes.length, ended.states.length];
        const { id } = await trial.one();
        await archive(trial, id);
        await changeOf(trial, witness, id);
        witness.stop();
        same([ended.changes.length, ended.states.length], before, 'what an ended subscription has heard');
      },
    },
    {
      number: 81,
      title: 'the state goes from connecting to live',
      needs: hasLive,
      run: async (trial) => {
        const heard = await trial.listen();
        same(heard.states.slice(0, 2), ['connecting', 'live'], 'the states');
        heard.stop();
      },
    },
  ],
};
