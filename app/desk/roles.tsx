import { ROLES } from '@/corpus/people/model';
import { listRoleRows } from '@/db/policies/words';
import { Wide } from '@/components/ui/wide';
import styles from './desk.module.css';

/** What each role may do, as the policies have it. */
export function Roles() {
  return (
    <details>
      <summary>What each role may do</summary>
      <Wide label="What each role may do">
        <table className={styles.roles}>
          <thead>
            <tr>
              <th scope="col">May</th>
              {ROLES.map((role) => (
                <th key={role} scope="col">
                  {role}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {listRoleRows().map(({ words, allowed }) => (
              <tr key={words}>
                <th scope="row">{words}</th>
                {ROLES.map((role) => (
                  <td key={role}>{allowed[role] ? 'yes' : '–'}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </Wide>
    </details>
  );
}
