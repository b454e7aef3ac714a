import { ByteWriter, ParquetWriter, schemaFromColumnData } from 'hyparquet-writer';
import type { Cell, Row } from '../rows';
import type { Field } from '../tables';

/** How many rows are one group of the file. */
const GROUP = 4000;

/** A group ends too when its words have this length, in UTF-16 units. */
const WORDS = 2 * 1024 * 1024;

const TYPES: Readonly<Record<Field['type'], 'STRING' | 'INT32' | 'BOOLEAN'>> = {
  string: 'STRING',
  date: 'STRING',
  datetime: 'STRING',
  array: 'STRING',
  integer: 'INT32',
  boolean: 'BOOLEAN',
};

/**
 * Writes rows as a Parquet file, group by group: memory holds one group and a line of the footer
 * for each. What is empty in the table is null.
 */
export class ParquetTable {
  private readonly writer = new ByteWriter();
  private readonly parquet: ParquetWriter;
  private columns: Cell[][];
  private held = 0;
  private words = 0;
  rows = 0;

  constructor(private readonly fields: readonly Field[]) {
    const columnData = fields.map(({ name, type, constraints }) => ({
      ...{ name, type: TYPES[type], data: [], nullable: constraints?.required !== true },
    }));
    const schema = schemaFromColumnData({ columnData });
    this.parquet = new ParquetWriter({ writer: this.writer, schema, createdBy: 'stet' });
    this.columns = fields.map(() => []);
  }

  /** Takes rows in; returns the bytes that they made ready, often none. */
  *add(rows: Iterable<Row>): Generator<Uint8Array> {
    for (const row of rows) {
      for (const [index, cell] of row.entries()) {
        this.columns[index]!.push(cell === '' && this.isOptional(index) ? null : cell);
        if (typeof cell === 'string') this.words += cell.length;
      }
      this.rows += 1;
      if (++this.held >= GROUP || this.words >= WORDS) yield this.group();
    }
  }

  /** The rest, with the footer. */
  finish(): Uint8Array {
    const rest = this.held > 0 ? this.group() : new Uint8Array();
    void this.parquet.finish();
    return Buffer.concat([rest, this.taken()]);
  }

  private group(): Uint8Array {
    const columnData = this.fields.map(({ name }, index) => ({
      ...{ name, data: this.columns[index]!, offsetIndex: false },
    }));
    void this.parquet.write({ columnData, rowGroupSize: this.held });
    this.columns = this.fields.map(() => []);
    this.held = 0;
    this.words = 0;
    return this.taken();
  }

  /** What was written since; the writer counts on from it. */
  private taken(): Uint8Array {
    const bytes = Buffer.from(this.writer.getBytes());
    this.writer.index = 0;
    return bytes;
  }

  private isOptional(index: number): boolean {
    return this.fields[index]!.constraints?.required !== true;
  }
}
