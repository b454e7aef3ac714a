import type { Page } from 'playwright/test';
import { articleOf, openArticle } from '../support/article';
import { expect, test } from '../support/desk';
import { PASSWORD, authenticatorCode, cookieOf, emailOf, fillSignIn, makeAccount, post, signIn } from '../support/team'; // prettier-ignore

const HEADLINE = 'Rovers ask for a roof';

/** Passwords are hashed at a cost, and several browsers take their turns. */
test.slow();

/** What asks for a new sign-in over a page whose session has ended. */
const signedOutDialog = (page: Page) =>
  page.getByRole('dialog').filter({ hasText: 'You are signed out' });

/** Makes the desk a team desk through the Desk page, with the account of its first person. */
async function setUpTeam(page: Page): Promise<void> {
  await page.goto('/desk');
  await page.getByRole('button', { name: 'Make this a team desk' }).click();
  await page.getByLabel('Your e-mail').fill(emailOf('First'));
  await page.getByLabel('New password').fill(PASSWORD);
  await page.getByRole('button', { name: 'Make the account' }).click();
  await page.getByText('You are signed in as').waitFor();
}

test('a solo desk becomes a team desk, and somebody is invited by a link that works once', async ({
  page,
  openWindow,
  allowConsole,
}) => {
  allowConsole(/401|403|422/);
  await setUpTeam(page);
  const people = page.getByRole('list', { name: 'People' });
  await expect(people.getByRole('listitem')).toHaveCount(3);
  await expect(people).toContainText('Mara Lindqvist');

  await page.getByLabel('Somebody new').fill('Noor');
  await page.getByLabel('Role', { exact: true }).selectOption('reader');
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await page.getByRole('button', { name: 'Invite by link: Noor' }).click();
  const link = (await page.getByTestId('link').textContent())!;

  const noor = await openWindow();
  await noor.goto('/queue');
  await expect(noor.getByRole('heading', { name: 'Sign in to Stet' })).toBeVisible();
  await noor.goto(link);
  await expect(noor.getByRole('heading', { name: 'An account for Noor' })).toBeVisible();
  await noor.getByLabel('E-mail').fill(emailOf('Noor'));
  await noor.getByLabel('New password').fill(PASSWORD);
  await noor.getByRole('button', { name: 'Make the account' }).click();
  await noor.getByRole('heading', { name: 'Articles' }).waitFor();
  await expect(noor.getByRole('banner')).toContainText('Noor');
  await noor.goto(link);
  await expect(noor.getByText('This link has been used or has expired.')).toBeVisible();

  await openArticle(noor, HEADLINE);
  await articleOf(noor).press('Shift+}');
  await noor.keyboard.press('c');
  await expect(noor.getByText('Your role on this desk does not allow that.')).toBeVisible();
  await noor.goto('/desk');
  await expect(noor.getByText('Only an admin can add people')).toBeVisible();
  await expect(noor.getByRole('button', { name: /Remove/ })).toHaveCount(0);
});

test('a sign-in leads back, a wrong one does not tell what was wrong, and all sessions end', async ({
  page,
  desk,
  openWindow,
  allowConsole,
}) => {
  allowConsole(/401/);
  await makeAccount(desk, 'Ada', 'admin');
  await page.goto('/queue?status=all');
  await page.getByLabel('E-mail').fill(emailOf('Ada'));
  await page.getByLabel('Password', { exact: true }).fill('not the password');
  await page.getByRole('button', { name: 'Sign in' }).click();
  const sorry = 'The e-mail or the password is not right.';
  await expect(page.getByText(sorry)).toBeVisible();
  const nobody = await post(desk, '/api/auth/sign-in/email', { email: 'no@desk.example', password: PASSWORD }); // prettier-ignore
  expect([nobody.status, await nobody.json()]).toEqual([401, { message: sorry }]);
  await fillSignIn(page, 'Ada');
  await page.waitForURL('**/queue?status=all');

  const other = await openWindow();
  await signIn(other, 'Ada');
  await page.goto('/account');
  const sessions = page.getByRole('list', { name: 'Sessions' }).getByRole('listitem');
  await expect(sessions).toHaveCount(2);
  await expect(sessions.filter({ hasText: 'This browser' })).toContainText('Chrome on Linux');
  await page.getByRole('button', { name: 'End' }).click();
  await expect(sessions).toHaveCount(1);
  await signedOutDialog(other).waitFor();
  await fillSignIn(other, 'Ada');
  await signedOutDialog(other).waitFor({ state: 'hidden' });

  await page.getByRole('button', { name: 'Sign out everywhere' }).click();
  await page.getByRole('heading', { name: 'Sign in to Stet' }).waitFor();
  await signedOutDialog(other).waitFor();
});

test('a new password ends the other sessions, and the old one is not taken any more', async ({
  page,
  desk,
  allowConsole,
}) => {
  allowConsole(/400|401/);
  await makeAccount(desk, 'Ada', 'admin');
  const other = await cookieOf(desk, 'Ada');
  await signIn(page, 'Ada');
  await page.goto('/account');
  const change = async (now: string) => {
    await page.getByLabel('Your password now').fill(now);
    await page.getByLabel('New password').fill('eight grey herons');
    await page.getByRole('button', { name: 'Change the password' }).click();
  };
  await change('not the password');
  await expect(page.getByText('The password is not right.')).toBeVisible();
  await change(PASSWORD);
  await page.getByText('The password is changed').waitFor();
  await page.reload();
  await expect(page.getByRole('heading', { name: 'Ada' })).toBeVisible();
  const statusOf = async (cookie: string) =>
    (await fetch(`${desk.url}/api/sessions`, { headers: { cookie } })).status;
  expect(await statusOf(other)).toBe(401);
  const old = { email: emailOf('Ada'), password: PASSWORD };
  expect((await post(desk, '/api/auth/sign-in/email', old)).status).toBe(401);
});

test('a session that ends in mid-sentence loses nothing that was typed', async ({
  page,
  desk,
  allowConsole,
}) => {
  allowConsole(/401/);
  const ada = await makeAccount(desk, 'Ada', 'admin');
  await makeAccount(desk, 'Bo', 'admin');
  await signIn(page, 'Ada');
  await openArticle(page, 'Sea breaks through Port Hallen wall');
  await page.locator('mark.tint-claim').first().click();
  await page.keyboard.press('Enter');
  const panel = page.getByTestId('check-panel');
  const message = panel.getByLabel('Message');
  await message.fill('The harbour master said on the phone that');

  const admin = await cookieOf(desk, 'Bo');
  const ended = await post(desk, '/api/accounts', { personId: ada, act: 'endSessions' }, { cookie: admin }); // prettier-ignore
  expect(ended.ok).toBe(true);
  await message.pressSequentially(' the wall is 62 metres long.');
  const dialog = signedOutDialog(page);
  await dialog.waitFor();
  await fillSignIn(page, 'Ada');
  await dialog.waitFor({ state: 'hidden' });
  const typed = await message.inputValue();
  expect(typed).toContain('The harbour master said on the phone that');
  await panel.getByRole('button', { name: 'Send' }).click();
  await expect(panel.getByRole('listitem').filter({ hasText: typed })).toBeVisible();
});

test('what was not sent waits for its person, and is not sent as somebody else', async ({
  page,
  desk,
  allowConsole,
}) => {
  allowConsole(/401|ERR_FAILED/);
  const ada = await makeAccount(desk, 'Ada', 'admin');
  await makeAccount(desk, 'Bo', 'admin');
  await signIn(page, 'Ada');
  await openArticle(page, HEADLINE);
  const url = page.url();
  // The page does not hear of the end of its session before it writes.
  await page.route('**/api/commands', (route) => route.abort());
  await articleOf(page).press('Shift+}');
  await page.keyboard.press('c');
  await expect(page.getByTestId('save-state')).toContainText('Not saved');
  await post(desk, '/api/accounts', { personId: ada, act: 'endSessions' }, { cookie: await cookieOf(desk, 'Bo') }); // prettier-ignore
  await signedOutDialog(page).waitFor();
  await page.unroute('**/api/commands');
  await fillSignIn(page, 'Bo');
  await page.getByRole('banner').filter({ hasText: 'Bo' }).waitFor();
  await expect(page.getByTestId('save-state')).toHaveText('Saved');
  await page.context().clearCookies();
  await signIn(page, 'Ada');
  await page.goto(url);
  await expect(page.locator('mark.tint-claim')).toHaveCount(1);
  await page.locator('mark.tint-claim').click();
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('check-panel')).toContainText('Ada');
});

test('an authenticator is asked for, and a recovery code works once', async ({
  page,
  desk,
  allowConsole,
}) => {
  allowConsole(/400|401/);
  await makeAccount(desk, 'Ada', 'admin');
  await signIn(page, 'Ada');
  await page.goto('/account');
  await page.getByRole('button', { name: 'Set up an authenticator' }).click();
  await page.getByLabel('Your password now').first().fill(PASSWORD);
  await page.getByRole('button', { name: 'Set up an authenticator' }).click();
  const secret = (await page.locator('code').first().textContent())!;
  await expect(page.getByRole('img', { name: 'The secret for your authenticator' })).toBeVisible();
  const codes = await page.getByRole('list', { name: 'Recovery codes' }).getByRole('listitem').allTextContents(); // prettier-ignore
  expect(codes.length).toBeGreaterThan(4);
  await page.getByLabel('Code that it shows').fill(authenticatorCode(secret));
  await page.getByRole('button', { name: 'Switch it on' }).click();
  await expect(page.getByText('Signing in asks for your authenticator’s code.')).toBeVisible();

  const signInWith = async (code: string) => {
    await page.context().clearCookies();
    await page.goto('/sign-in');
    await fillSignIn(page, 'Ada');
    await page.getByLabel('Code').fill(code);
    await page.getByRole('button', { name: 'Sign in' }).click();
  };
  await signInWith('000000');
  await expect(page.getByText('The code is not right')).toBeVisible();
  await signInWith(codes[0]!);
  await page.getByRole('heading', { name: 'Articles' }).waitFor();
  await signInWith(codes[0]!);
  await expect(page.getByText('This is no recovery code of yours')).toBeVisible();
  await signInWith(authenticatorCode(secret));
  await page.getByRole('heading', { name: 'Articles' }).waitFor();
});

test('a password is guessed ten times at most', async ({ desk }) => {
  await makeAccount(desk, 'Ada', 'admin');
  const guess = (address: string) =>
    post(desk, '/api/auth/sign-in/email', { email: emailOf('Ada'), password: 'not the password' }, { 'x-forwarded-for': address }); // prettier-ignore
  const answers: number[] = [];
  for (let tried = 0; tried < 11; tried++) answers.push((await guess(`192.0.2.${tried}`)).status);
  expect(answers).toEqual([...Array<number>(10).fill(401), 429]);
  const refused = await guess('192.0.2.99');
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(500);
  expect(await refused.json()).toEqual({
    message: 'Too many tries: wait 10 minutes and try again.',
  });
});

test('who is removed is told on the page, and gets no further', async ({
  page,
  desk,
  allowConsole,
}) => {
  allowConsole(/401/);
  await makeAccount(desk, 'Ada', 'admin');
  await makeAccount(desk, 'Bo', 'checker');
  await signIn(page, 'Bo');
  const { code, stdout } = await desk.stet('user', 'remove', 'Bo');
  expect([code, stdout]).toEqual([
    0,
    'Bo is no longer on the desk; 0 open checks are free again.\n',
  ]);
  await signedOutDialog(page).waitFor();
  await fillSignIn(page, 'Bo');
  await expect(page.getByText('The e-mail or the password is not right.')).toBeVisible();
});
