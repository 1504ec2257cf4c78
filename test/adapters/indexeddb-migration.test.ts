import { expect } from '@open-wc/testing';
import { openDB } from 'idb';
import { Connection } from '../../src/adapters/indexeddb/connection.js';
import { createIndexedDbAdapter } from '../../src/adapters/indexeddb/index.js';
import { MIGRATIONS, type Migration } from '../../src/adapters/indexeddb/schema.js';
import { seedLibrary } from '../../src/testing/index.js';
import { all, codeOf } from './calls.js';
import { deleteDatabases, freshName } from './database.js';

after(deleteDatabases);

async function filled(): Promise<string> {
  const name = freshName();
  const adapter = createIndexedDbAdapter({ name });
  await adapter.load(seedLibrary(8));
  adapter.dispose();
  return name;
}

const addTable: Migration = (database) => void database.createObjectStore('later');

/** Rewrites every row, waiting for each. */
const markRows: Migration = async (_database, transaction) => {
  for (
    let cursor = await transaction.objectStore('iterations').openCursor();
    cursor;
    cursor = await cursor.continue()
  ) {
    await cursor.update({ ...(cursor.value as object), marked: true });
  }
};

describe('indexeddb: migrations', () => {
  it('bring an older database up step by step, with its data', async () => {
    const name = await filled();
    const connection = new Connection(name, {}, [...MIGRATIONS, addTable, markRows]);
    const database = await connection.open();
    expect(database.version).to.equal(MIGRATIONS.length + 2);
    expect([...database.objectStoreNames]).to.include('later');
    const rows = (await database.getAll('iterations')) as readonly { readonly marked?: boolean }[];
    expect(rows.map(({ marked }) => marked)).to.deep.equal(Array.from({ length: 8 }, () => true));
    connection.close();
  });

  it('make a new database in the same steps', async () => {
    const connection = new Connection(freshName(), {}, [...MIGRATIONS, addTable]);
    expect([...(await connection.open()).objectStoreNames]).to.include.members(['iterations', 'later']);
    connection.close();
  });

  it('leave everything as it was when a step fails', async () => {
    const name = await filled();
    const fails: Migration = async (database, transaction) => {
      await markRows(database, transaction);
      throw new Error('a step that fails');
    };
    const connection = new Connection(name, {}, [...MIGRATIONS, addTable, fails]);
    expect(await codeOf(connection.open())).to.equal('unavailable');
    connection.close();
    const database = await openDB(name);
    expect(database.version).to.equal(MIGRATIONS.length);
    database.close();
    const adapter = createIndexedDbAdapter({ name });
    expect((await all(adapter)).length).to.equal(8);
    adapter.dispose();
  });
});
