// Answers questions about opening hours with the npm package `opening_hours`.
//
// Reads JSON Lines from standard input, {"osm": "...", "at": [minutes since 1970, UTC]}, and writes
// one line of answers for each: [[state, minute of the next change or null], ...].
// Run by record.py with TZ=Europe/London, from a folder where the package is installed.
const { createRequire } = require("node:module");
const path = require("node:path");
const readline = require("node:readline");

const OpeningHours = createRequire(path.join(process.cwd(), "package.json"))("opening_hours");
const MINUTE = 60000;
const DAYS_AHEAD = 30;

function stateAt(hours, moment) {
  if (hours.getUnknown(moment)) return "unknown";
  return hours.getState(moment) ? "open" : "closed";
}

// The package also calls it a change when nothing but the rule behind a state changes.
function nextChange(hours, moment) {
  const state = stateAt(hours, moment);
  const limit = new Date(moment.getTime() + DAYS_AHEAD * 1440 * MINUTE);
  let change = hours.getNextChange(moment, limit);
  while (change && change < limit && stateAt(hours, change) === state) {
    change = hours.getNextChange(change, limit);
  }
  return change && change < limit ? change.getTime() / MINUTE : null;
}

readline.createInterface({ input: process.stdin }).on("line", (line) => {
  const question = JSON.parse(line);
  const hours = new OpeningHours(question.osm, null);
  const answers = question.at.map((minute) => {
    const moment = new Date(minute * MINUTE);
    return [stateAt(hours, moment), nextChange(hours, moment)];
  });
  console.log(JSON.stringify(answers));
});
