// Follows a live feed in a headless browser and prints the data of each event, up to and including the last one.
//
//   browser.mjs <executable> <address of the feed> <note of the last event>
import puppeteer from "puppeteer-core";

const [executablePath, address, last] = process.argv.slice(2);
const browser = await puppeteer.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"] });
const page = await browser.newPage();
let finish;
const finished = new Promise((resolve) => {
  finish = resolve;
});
await page.exposeFunction("receive", (data) => {
  console.log(data);
  if (JSON.parse(data).data.note === last) {
    finish();
  }
});
await page.exposeFunction("report", (state) => console.error(state));
await page.evaluate((url) => {
  const source = new EventSource(url);
  source.onopen = () => window.report("open");
  source.onerror = () => window.report(source.readyState === EventSource.CLOSED ? "closed" : "reconnecting");
  source.onmessage = (event) => window.receive(event.data);
}, address);
await finished;
await browser.close();
