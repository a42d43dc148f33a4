// Shows an answer: large, as bars, as boxes over the picture, and as the network saw it.

import { element, number, percent, t } from "./common.js";

const SIDE = 28;
const LONG_NUMBER = 5;
const SPEAK_AFTER = 500;
const SIGNS = { NOT_A_DIGIT: "?" }; // Shown instead of a guess.
const byId = (id) => document.getElementById(id);

/** Where nothing is written, or no digit, the likeliest of ten digits means nothing. */
function guessable({ rejected }, text) {
  return text !== "" && rejected !== "BLANK" && rejected !== "NOT_A_DIGIT";
}

export class Result {
  #bars = [];
  #speech = null;

  constructor() {
    for (let digit = 0; digit < 10; digit++) {
      const fill = element("i");
      const figure = element("span", { className: "figure" }, "–");
      const row = element(
        "li",
        {},
        element("span", {}, String(digit)),
        element("span", { className: "bar" }, fill),
        figure,
      );
      this.#bars.push({ row, fill, figure });
      byId("bars").append(row);
    }
    this.clear();
  }

  clear() {
    byId("answer").dataset.state = "empty";
    byId("value").textContent = "–";
    byId("value").classList.remove("long");
    byId("verdict").textContent = t("recognize.empty");
    this.#glance();
    byId("advice").hidden = true;
    byId("as-number").hidden = true;
    byId("took").textContent = "";
    byId("boxes").replaceChildren();
    byId("digits").replaceChildren();
    this.#showBars([]);
    this.#showSeen(new Uint8Array(SIDE * SIDE));
    this.#speak("");
  }

  show(answer, roundTrip) {
    const text = answer.kind === "digit" ? String(answer.digit) : answer.text;
    const refused = answer.rejected;
    byId("answer").dataset.state = refused ? "doubt" : "sure";
    byId("value").textContent = guessable(answer, text) ? text : (SIGNS[refused] ?? "–");
    byId("value").classList.toggle("long", text.length > LONG_NUMBER);
    byId("verdict").textContent = this.#verdict(answer, text);
    this.#glance();
    byId("advice").textContent = refused ? t(`advice.${refused}`) : "";
    byId("advice").hidden = !refused;
    byId("as-number").hidden = refused !== "SEVERAL_DIGITS" || answer.kind !== "digit";
    byId("took").textContent = t("recognize.took", {
      reading: number(answer.milliseconds),
      total: number(roundTrip),
    });
    this.#showBars(answer.probabilities ?? []);
    this.#showDigits(answer);
    this.#showBoxes(answer);
    this.#showSeen(Uint8Array.from(atob(answer.seen), (char) => char.charCodeAt(0)));
    this.#speak(`${byId("verdict").textContent} ${byId("advice").textContent}`);
  }

  #verdict(answer, text) {
    if (answer.rejected) {
      const guess = t("recognize.guess", { answer: text, confidence: percent(answer.confidence) });
      const reason = t(`reject.${answer.rejected}`);
      return guessable(answer, text) ? `${reason} ${guess}` : reason;
    }
    return t("recognize.sure", { answer: text, confidence: percent(answer.confidence) });
  }

  /** On a small screen the answer stands close under the pen as well. */
  #glance() {
    const [value, verdict] = byId("glance").children;
    byId("glance").dataset.state = byId("answer").dataset.state;
    value.textContent = byId("value").textContent;
    verdict.textContent = byId("verdict").textContent;
  }

  #showBars(probabilities) {
    const best = probabilities.indexOf(Math.max(...probabilities));
    this.#bars.forEach(({ row, fill, figure }, digit) => {
      const share = probabilities[digit];
      row.classList.toggle("best", share !== undefined && digit === best);
      fill.style.transform = `scaleX(${share ?? 0})`;
      figure.textContent = share === undefined ? "–" : percent(share);
    });
  }

  #showDigits(answer) {
    const several = answer.kind === "number";
    byId("chart-box").hidden = several;
    byId("digits-box").hidden = !several;
    byId("digits").replaceChildren(
      ...(answer.digits ?? []).map((each) =>
        element(
          "li",
          { className: each.rejected ? "doubtful" : "" },
          element("b", {}, String(each.digit)),
          element("span", {}, percent(each.confidence)),
        ),
      ),
    );
  }

  #showBoxes(answer) {
    const boxes = byId("boxes");
    boxes.setAttribute("viewBox", `0 0 ${answer.width} ${answer.height}`);
    boxes.replaceChildren(
      ...(answer.digits ?? []).map(({ box, rejected }) => {
        const rect = document.createElementNS("http://www.w3.org/2000/svg", "rect");
        ["x", "y", "width", "height"].forEach((name, i) => rect.setAttribute(name, box[i]));
        rect.setAttribute("rx", Math.min(box[2], box[3]) / 8);
        rect.classList.toggle("doubtful", Boolean(rejected));
        return rect;
      }),
    );
  }

  /** One 28x28 picture, or those of a number side by side in rows of at most four. */
  #showSeen(bytes) {
    const count = Math.max(1, bytes.length / (SIDE * SIDE));
    const columns = Math.min(count, Math.max(1, Math.ceil(Math.sqrt(count))));
    const canvas = byId("seen");
    canvas.width = columns * SIDE;
    canvas.height = Math.ceil(count / columns) * SIDE;
    const pen = canvas.getContext("2d");
    for (let i = 0; i < Math.floor(bytes.length / (SIDE * SIDE)); i++) {
      const tile = pen.createImageData(SIDE, SIDE);
      for (let p = 0; p < SIDE * SIDE; p++) {
        tile.data.fill(bytes[i * SIDE * SIDE + p], 4 * p, 4 * p + 3);
        tile.data[4 * p + 3] = 255;
      }
      pen.putImageData(tile, (i % columns) * SIDE, Math.floor(i / columns) * SIDE);
    }
  }

  /** Waits until the pen rests: a screen reader should not be flooded. */
  #speak(text) {
    clearTimeout(this.#speech);
    this.#speech = setTimeout(() => {
      byId("live").textContent = text;
    }, SPEAK_AFTER);
  }
}
