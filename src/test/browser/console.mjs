// Logs in to a running hub's console as viewer, operator and approver: reads the story of a payout, meets a refusal, proposes and
// approves an act as two persons. Usage: HUB_URL=… PAYOUT=… node console.mjs; logins as NAME:PASSWORD in VIEWER, OPERATOR, APPROVER.
import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { chromium } from 'playwright-core';

const base = process.env.HUB_URL ?? 'http://localhost:8080';
const payout = process.env.PAYOUT ?? '1';
const images = process.env.IMAGES ?? '../../../docs/images';
const patience = Number(process.env.PATIENCE_MS ?? 120000);
mkdirSync(images, { recursive: true });

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
    '--disable-component-update', '--disable-sync'],
});

async function shoot(page, name) {
  await page.screenshot({ path: `${images}/${name}.png` });
}

async function enter(credentials) {
  const [name, password] = credentials.split(':');
  const context = await browser.newContext({ viewport: { width: 1400, height: 1000 }, locale: 'vi-VN' });
  const page = await context.newPage();
  page.setDefaultTimeout(patience);
  await page.goto(base + '/');
  await shoot(page, 'dang-nhap');
  await page.fill('[name=username]', name);
  await page.fill('[name=password]', password);
  await page.click('button');
  await page.waitForURL(url => url.pathname === '/');
  return page;
}

// Opens an operation of one of the hub's MBeans, fills its arguments in and gives the answer that the page shows.
async function call(page, bean, operation, values) {
  await page.goto(base + '/actuator/hawtio/jmx');
  await page.getByText('vn.chitra.hub', { exact: true }).click();
  await page.getByText(bean, { exact: true }).first().click();
  await page.getByText('Operations', { exact: true }).click();
  const form = page.locator('.pf-v6-c-data-list__item').filter({ hasText: new RegExp(operation + '\\(') }).first();
  await form.locator('button').first().click();
  const inputs = form.locator('input:not([type=checkbox])');
  for (let n = 0; n < values.length; n++) {
    await inputs.nth(n).fill(values[n]);
  }
  await form.getByRole('button', { name: 'Execute' }).click();
  const result = form.locator('pre').last();
  await result.waitFor();
  await result.scrollIntoViewIfNeeded();
  return result.innerText();
}

const viewer = await enter(process.env.VIEWER);
const story = await call(viewer, 'Payouts', 'story', [payout]);
await shoot(viewer, 'khoan-chi');
assert.match(story, /Khoản chi số/);
assert.match(story, /Vì sao kênh này/);
assert.match(story, /Đang chờ/);
assert.doesNotMatch(story, /[0-9]{12}/);
const refused = await call(viewer, 'Repairs', 'request', ['CARRY_OVER_PAYOUT', payout, '', 'người xem không được làm']);
assert.match(refused, /forbidden/);
await shoot(viewer, 'nguoi-xem-bi-tu-choi');

// What waits for a person, as the console shows it.
await viewer.goto(base + '/actuator/hawtio/jmx');
await viewer.getByText('vn.chitra.hub', { exact: true }).click();
await viewer.getByText('Cases', { exact: true }).first().click();
await viewer.getByText('Attributes', { exact: true }).click();
await viewer.getByText('PAYOUT_HELD').first().waitFor();
await shoot(viewer, 'vu-viec');

// A route as a diagram.
await viewer.goto(base + '/actuator/hawtio/camel');
await viewer.getByText('payout-plan-payroll').first().click();
await viewer.getByText('Route Diagram', { exact: true }).click();
await viewer.locator('.react-flow__node').first().waitFor();
await viewer.waitForTimeout(1000);
await shoot(viewer, 'so-do-tuyen');

// The broker's console beside it: queues and dead letters.
await viewer.goto(base + '/artemis/');
await viewer.getByText('Queues', { exact: true }).first().click();
await viewer.getByText('hub.payout.plan').first().waitFor();
await shoot(viewer, 'hang-doi');

const operator = await enter(process.env.OPERATOR);
const proposed = await call(operator, 'Repairs', 'request', ['CARRY_OVER_PAYOUT', payout, '', 'người nhận vắng mặt']);
assert.match(proposed, /Đề nghị số [0-9]+ chờ người thứ hai/);
await shoot(operator, 'de-nghi');
const number = proposed.match(/Đề nghị số ([0-9]+)/)[1];

const approver = await enter(process.env.APPROVER);
const approved = await call(approver, 'Repairs', 'approve', [number]);
assert.match(approved, /Đã duyệt và làm/);
await shoot(approver, 'duyet');
assert.match(await call(approver, 'Payouts', 'story', [payout]), /chuyển kỳ sau/);

await browser.close();
process.stdout.write('viewer refused, operator proposed, approver approved\n');
