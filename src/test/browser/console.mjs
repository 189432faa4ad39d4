// Logs in to a running hub's console as viewer, operator and approver: changes the language by keyboard, looks at each page on screen and
// printed, with PAGE_IMAGES takes pictures of them, reads the story of a payout, meets a refusal, proposes and approves an act as two persons.
// Usage: HUB_URL=… PAYOUT=… PAGES='{"name": "/path"}' node console.mjs; logins as NAME:PASSWORD in VIEWER, OPERATOR, APPROVER.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { chromium } from 'playwright-core';

const base = process.env.HUB_URL ?? 'http://localhost:8080';
const payout = process.env.PAYOUT ?? '1';
const images = process.env.IMAGES ?? '../../../docs/images';
const patience = Number(process.env.PATIENCE_MS ?? 120000);
const pages = process.env.PAGE_IMAGES;
mkdirSync(images, { recursive: true });
if (pages) {
  mkdirSync(pages, { recursive: true });
}

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
    '--disable-component-update', '--disable-sync'],
});

const refusedByPolicy = [];

async function shoot(page, name) {
  await page.screenshot({ path: `${images}/${name}.png` });
}

async function enter(credentials) {
  const [name, password] = credentials.split(':');
  const context = await browser.newContext({ viewport: { width: 1400, height: 1000 }, locale: 'vi-VN' });
  const page = await context.newPage();
  page.setDefaultTimeout(patience);
  page.on('console', message => {
    if (/content security policy/i.test(message.text())) {
      refusedByPolicy.push(`${page.url()}: ${message.text()}`);
    }
  });
  await page.goto(base + '/');
  await shoot(page, 'dang-nhap');
  await page.fill('[name=username]', name);
  await page.fill('[name=password]', password);
  await page.click('button');
  await page.waitForURL(url => url.pathname === '/');
  return page;
}

// By the keyboard, from a page of Hawtio or of the broker's console; the bar hides nothing of the page and is not printed.
async function wayBack(page) {
  const link = page.getByRole('link', { name: '← Bảng điều khiển Chi Trả Hub' });
  const [bar, root] = [await page.locator('#chitra-hub').boundingBox(), await page.locator('#root').boundingBox()];
  assert.ok(bar.y + bar.height <= root.y + 1, 'the bar lies over the page');
  assert.ok(await page.evaluate(() => document.documentElement.scrollHeight <= window.innerHeight), 'the bar makes the page too long');
  await page.emulateMedia({ media: 'print' });
  assert.equal(await link.isVisible(), false);
  await page.emulateMedia({ media: null });
  await page.evaluate(() => document.activeElement?.blur());
  await link.focus();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Tổng quan', exact: true }).waitFor();
  assert.equal(new URL(page.url()).pathname, '/');
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

// By keyboard alone: from the search box to the switch, which leads to the same page in the other language and is remembered.
async function changeLanguage(page) {
  await page.goto(base + '/search?q=' + payout);
  await page.locator('#q').focus();
  const english = page.locator('nav.language a[hreflang=en]');
  for (let tabs = 0; tabs < 6 && !(await english.evaluate(link => link === document.activeElement)); tabs++) {
    await page.keyboard.press('Tab');
  }
  await page.keyboard.press('Enter');
  await page.waitForURL(url => url.searchParams.get('lang') === 'en');
  assert.equal(new URL(page.url()).pathname, '/search');
  assert.equal(new URL(page.url()).searchParams.get('q'), payout);
  assert.equal(await page.locator('html').getAttribute('lang'), 'en');
  assert.equal(await page.getByRole('link', { name: 'English' }).getAttribute('aria-current'), 'true');
  await page.getByRole('navigation', { name: 'Language' }).waitFor();
  await page.goto(base + '/months');
  await page.getByRole('heading', { name: 'Months', exact: true }).waitFor();
  await page.getByRole('link', { name: 'Tiếng Việt' }).click();
  await page.getByRole('heading', { name: 'Các tháng', exact: true }).waitFor();
  assert.equal(await page.locator('html').getAttribute('lang'), 'vi');
}

// The first page as Chromium prints it, small.
async function printed(page, name) {
  if (!pages) {
    return;
  }
  const pdf = `${pages}/${name}.pdf`;
  await page.pdf({ path: pdf, preferCSSPageSize: true });
  execFileSync('pdftoppm', ['-png', '-r', '75', '-f', '1', '-l', '1', '-singlefile', pdf, `${pages}/${name}`]);
  small(name);
  if (!process.env.KEEP_PDF) {
    rmSync(pdf);
  }
}

// A picture of few colours is small.
function small(name) {
  execFileSync('pngquant', ['--force', '--output', `${pages}/${name}.png`, '16', `${pages}/${name}.png`]);
}

// No text below 9 points (12 pixels), and nothing wider than the paper: A4 landscape without its margins.
async function assertReadableOnPaper(page, where) {
  await page.setViewportSize({ width: Math.floor((297 - 24) / 25.4 * 96), height: 640 });
  await page.emulateMedia({ media: 'print' });
  const [tooSmall, tooWide] = await page.evaluate(() => {
    const shown = [...document.querySelectorAll('body *')].filter(one => one.checkVisibility()
      && [...one.childNodes].some(node => node.nodeType === Node.TEXT_NODE && node.textContent.trim() !== ''));
    return [shown.filter(one => parseFloat(getComputedStyle(one).fontSize) < 12).map(one => one.outerHTML.slice(0, 120)),
      document.documentElement.scrollWidth - document.documentElement.clientWidth];
  });
  assert.deepEqual(tooSmall, [], `text below 9 points printed: ${where}`);
  assert.ok(tooWide <= 0, `${where} is ${tooWide} pixels wider than the paper`);
  assert.equal(await page.locator('header nav:visible, header form:visible, footer:visible').count(), 0, where);
  await page.emulateMedia({ media: null });   // or the PDF would be of the screen
  await page.setViewportSize({ width: 1280, height: 640 });
}

// Each page of the console on screen in both languages and printed, and the settlement report printed.
async function lookAtPages(page) {
  for (const language of ['en', 'vi']) {
    await page.goto(`${base}/?lang=${language}`);
    for (const [name, path] of Object.entries(JSON.parse(process.env.PAGES ?? '{}'))) {
      const shown = await page.goto(base + path);
      assert.equal(shown.status(), 200, path);
      await assertReadableOnPaper(page, `${path} (${language})`);
      assert.deepEqual(await page.locator('.table').evaluateAll(tables => tables.filter(one => one.scrollWidth > one.clientWidth).length), 0,
        `${path} (${language}): a table is cut at 1280 pixels`);
      if (pages) {
        const screen = language === 'vi' ? `trang-${name}` : `trang-${name}-en`;
        const height = Math.min(1500, await page.evaluate(() => document.documentElement.scrollHeight));
        await page.screenshot({ path: `${pages}/${screen}.png`, fullPage: true, clip: { x: 0, y: 0, width: 1280, height } });
        small(screen);
      }
      if (language === 'vi') {
        await printed(page, `in-${name}`);
      }
    }
  }
  const report = await page.request.get(base + '/months/2026-11/report.html');
  const sheet = await page.context().newPage();
  await sheet.setContent(await report.text());
  await assertReadableOnPaper(sheet, 'settlement report');
  await printed(sheet, 'in-bao-cao-quyet-toan');
}

const viewer = await enter(process.env.VIEWER);
await changeLanguage(viewer);
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
await wayBack(viewer);

// The broker's console beside it: queues and dead letters.
await viewer.goto(base + '/artemis/');
await viewer.getByText('Queues', { exact: true }).first().click();
await viewer.getByText('hub.payout.plan').first().waitFor();
await shoot(viewer, 'hang-doi');
await wayBack(viewer);

const operator = await enter(process.env.OPERATOR);
const proposed = await call(operator, 'Repairs', 'request', ['CARRY_OVER_PAYOUT', payout, '', 'người nhận vắng mặt']);
assert.match(proposed, /Đề nghị số [0-9]+ chờ người thứ hai/);
await shoot(operator, 'de-nghi');
const number = proposed.match(/Đề nghị số ([0-9]+)/)[1];

const approver = await enter(process.env.APPROVER);
await lookAtPages(approver);
await approver.setViewportSize({ width: 1400, height: 1000 });
const approved = await call(approver, 'Repairs', 'approve', [number]);
assert.match(approved, /Đã duyệt và làm/);
await shoot(approver, 'duyet');
assert.match(await call(approver, 'Payouts', 'story', [payout]), /chuyển kỳ sau/);

assert.deepEqual(refusedByPolicy, []);
await browser.close();
process.stdout.write('viewer refused, operator proposed, approver approved\n');
