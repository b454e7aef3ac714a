import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { READ_FORMATS } from '@/corpus/interchange/read/model';
import { FORMATS } from '@/corpus/interchange/format-names';

export const USAGE = `Usage: stet COMMAND …

  stet import PATH… [--collection NAME] [--json]
      Import files, folders, zip archives and web addresses as articles (into the collection
      “Desk”). A later version of an article on the desk becomes its newest revision. A bundle of
      another desk brings its own collections, with marks, checks and history.
  stet import --format FORMAT PATH… [--dry-run] [--collection NAME] [--json]
      Take in texts with their annotations: ${READ_FORMATS.join(', ')}.
      An annotator’s marks go to the layer of that name; --dry-run tells what is in the way.
  stet revise ARTICLE FILE [--note WORDS] [--json]
      Make a file the newest revision of an article; its marks follow.
  stet detect FILE… --out DIR [--json]
      Propose quotes, attributions and claims for plain texts, without a database: DIR gets one
      file in brat standoff for each text.
  stet suggest [--collection NAME] [--detector URL] [--timeout SECONDS] [--json]
      Propose quotes, attributions and claims in every article that was not read before; with
      --detector what the program at that address finds (docs/detectors.md).
  stet export --format FORMAT --out DIR [--force] [--collection NAME] [--article ID]
              [--kind KIND] [--layer NAME] [--status STATUS] [--finding FINDING] [--from DAY]
              [--to DAY] [--json]
      Write articles, annotations, checks and evidence as a dataset in one of the formats
      ${FORMATS.join(', ')}.
      An option that chooses may be given several times. --force replaces an export that DIR holds already.
  stet copy ARTICLE --format html|docx --out FILE [--redline] [--discreet] [--force]
      Write an article with its notes, as Word comments and endnotes or as a web page; with --redline
      its corrections alone. --discreet leaves out what is on background, discussions and names.
      Nothing off the record or on deep background is ever in it.
  stet user add NAME [--role ROLE] [--email ADDRESS --password-stdin] [--json]
      Add a person and print a link to an account, or make the account with a password.
  stet user list · role NAME ROLE · reset NAME · remove NAME [--json]
      Who is on the desk; give a role; end sessions and authenticator and print a link for a new
      password; take off the desk. ROLE: reader, annotator, checker, editor, admin.
  stet agreement --collection NAME [--layer NAME]… [--seed NUMBER] [--gamma] [--json]
      Tell how far the layers of a collection agree, with 95 % intervals over its articles. --gamma
      adds γ, which takes longer.
  stet release --collection NAME --version V --licence L [--citation WORDS] [--pseudonyms]
               [--format FORMAT]… [--article ID] [--kind KIND] [--layer NAME] [--status STATUS]
               [--finding FINDING] [--from DAY] [--to DAY] [--out FILE] [--json]
      Freeze a collection as a release, which is kept for ever and never changed, with what is different
      from the release before; what chooses is as in stet export, --pseudonyms names nobody. With --out,
      and no licence, write the file of a release again.
  stet verify FILE [--json]
      Tell whether a release is as it was made, and which of its members is not.
  stet backup FILE
      Write a copy of the whole database, also while people work.
  stet doctor [--json]
      Tell where the database is, whether it is sound, and what is in it.
  stet --help · stet --version

STET_DATABASE names the database file. STET_TOKEN holds an access token: the command line then acts as
its person, within its scopes; without it as the desk’s first admin. Exit code: 0 done, 1 something was refused or failed,
2 wrong usage.`;

/** Stet's version, from its package. */
export function stetVersion(): string {
  const file = join(process.env['STET_HOME'] ?? process.cwd(), 'package.json');
  const { version } = JSON.parse(readFileSync(file, 'utf8')) as { version: string };
  return version;
}

export function versionLine(): string {
  return `stet ${stetVersion()}`;
}
